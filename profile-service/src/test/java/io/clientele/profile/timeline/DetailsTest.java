package io.clientele.profile.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class DetailsTest {

  @Test
  void everyTypeOfEventSaysWhatItTells() {
    assertThat(Details.types()).containsExactlyInAnyOrder(Payload.class.getPermittedSubclasses());
  }

  @Test
  void checkoutNamesItsFirstProductsAndHowManyThereAre() {
    Payload checkout =
        new Payload.CheckoutStarted("o-1", Collections.nCopies(7, Product.of("mug")));

    assertThat(Details.of(checkout))
        .containsExactly(
            entry("order", "o-1"),
            entry("products", Collections.nCopies(5, "mug")),
            entry("lines", 7));
  }

  @Test
  void onlyTheNamesOfTraitsAreTold() {
    TreeMap<String, Object> traits = new TreeMap<>();
    traits.put("city", "Paris");
    traits.put("email", "ada@example.com");

    assertThat(Details.of(new Payload.TraitsChanged(traits)))
        .containsExactly(entry("traits", List.of("city", "email")));
  }

  @Test
  void textIsCutAndWhatIsUnknownIsLeftOut() {
    assertThat(Details.of(new Payload.PageViewed(null, "/".repeat(900))))
        .containsExactly(entry("page", "/".repeat(600)));
    assertThat(Details.of(new Payload.PageViewed("home", null)))
        .containsExactly(entry("page", "home"));
    assertThat(Details.of(new Payload.CheckoutStarted(null, null))).isEmpty();
  }

  @Test
  void textIsCutBetweenCharacters() {
    assertThat(Details.of(new Payload.PageViewed(null, "/" + "😀".repeat(300))))
        .containsExactly(entry("page", "/" + "😀".repeat(149)));
    assertThat(Details.of(new Payload.PageViewed("漢".repeat(300), null)))
        .containsExactly(entry("page", "漢".repeat(200)));
  }
}
