package io.clientele.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerProfile;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CategoryContactsTest {

  @Test
  void orderReportedTwiceTellsOfItsCategoriesOnce() {
    Part part =
        Part.ZERO
            .add(Events.event("ada", "e-1", Events.NOON, Events.view("kitchen")))
            .add(Events.event("ada", "e-2", Events.NOON, order("kitchen", "garden")))
            .add(Events.event("ada", "e-3", Events.NOON.plusSeconds(60), order("kitchen")));

    assertThat(shown(part)).isEqualTo(Map.of("kitchen", BigDecimal.valueOf(2)));
  }

  @Test
  void ofTooManyCategoriesTheFirstByNameAreCountedExactlyWhereverTheyStand() {
    CategoryContacts upwards = viewed(IntStream.range(0, 3_000).map(i -> i % 1_500).toArray());
    CategoryContacts downwards =
        viewed(IntStream.range(0, 3_000).map(i -> 1_499 - i % 1_500).toArray());
    CategoryContacts inTwoParts =
        viewed(IntStream.range(0, 1_500).toArray())
            .merge(viewed(IntStream.range(0, 1_500).toArray()));

    assertThat(upwards.contacts()).hasSize(CategoryContacts.MOST_CATEGORIES).containsValue(2L);
    assertThat(downwards).isEqualTo(upwards);
    assertThat(inTwoParts).isEqualTo(upwards);
  }

  @Test
  void textIsNoCategory() {
    CategoryContacts contacts =
        CategoryContacts.ZERO.add(
            Events.event("ada", "e-1", Events.NOON, Events.view("x".repeat(201))));

    assertThat(contacts.contacts()).isEmpty();
  }

  private static Map<String, BigDecimal> shown(Part part) {
    CustomerState ada = new CustomerState("ada", null, part, null);
    CustomerViews.Views views = new CustomerViews(Events.CURRENCY).of(ada);
    return ((CustomerProfile) views.profile().orElseThrow()).interests().categories();
  }

  private static CategoryContacts viewed(int... categories) {
    CategoryContacts contacts = CategoryContacts.ZERO;
    for (int category : categories) {
      String name = "category-%04d".formatted(category);
      contacts = contacts.add(Events.event("ada", "e-" + name, Events.NOON, Events.view(name)));
    }
    return contacts;
  }

  private static Payload order(String... categories) {
    List<Product> lines =
        List.of(categories).stream()
            .map(category -> new Product("mug", null, category, null, null, null, null))
            .toList();
    return new Payload.OrderCompleted("o-1", Events.money("10"), null, lines);
  }
}
