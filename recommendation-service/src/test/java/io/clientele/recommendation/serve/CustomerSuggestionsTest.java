package io.clientele.recommendation.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.recommendation.memory.Fact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CustomerSuggestionsTest {

  @Test
  void customerIsFoundByEveryIdAndAllPastsCount() {
    List<Fact> facts = new ArrayList<>(Shop.walk("tea", "cup", "pot"));
    facts.add(Shop.viewed("anonymous:phone", "p", Duration.ofHours(9), "tea"));
    facts.add(Shop.merged("anonymous:phone", "ada@shop"));
    facts.add(Shop.merged("ada@shop", "ada"));
    Recommender recommender = Shop.knowing(facts);

    for (String id : List.of("phone", "anonymous:phone", "ada@shop", "ada")) {
      CustomerSuggestions found = recommender.forCustomer(new CustomerQuery(id, null, 20));

      assertThat(found.customerId()).isEqualTo("ada");
      assertThat(found.shown().items().get(0).reason()).isEqualTo(because("tea", 1));
    }
  }

  @Test
  void splitCustomersHaveTheirOwnPastsAgain() {
    List<Fact> facts = new ArrayList<>(Shop.walk("tea", "cup", "pot"));
    facts.add(Shop.viewed("bob", "p", Duration.ofHours(9), "tea"));
    facts.add(Shop.merged("bob", "ada"));
    facts.add(Shop.merged("bob", "bob"));
    Recommender recommender = Shop.knowing(facts);

    assertThat(recommender.forCustomer(new CustomerQuery("bob", null, 20)).customerId())
        .isEqualTo("bob");
    assertThat(recommender.forCustomer(new CustomerQuery("ada", null, 20)).shown().items())
        .allMatch(one -> one.reason().kind() == Reason.Kind.TRENDING);
  }

  @Test
  void customerIsNotShownWhatWasBoughtNorTheItemLookedAt() {
    List<Fact> facts = new ArrayList<>(Shop.walk("tea", "cup", "pot"));
    facts.add(Shop.bought("ada", "a", Duration.ofHours(9), "cup"));

    CustomerSuggestions found =
        Shop.knowing(facts).forCustomer(new CustomerQuery("ada", "tea", 20));

    assertThat(found.shown().items()).extracting(Suggestion::id).containsExactly("pot");
    assertThat(found.shown().items().get(0).reason().kind()).isEqualTo(Reason.Kind.SESSION);
  }

  @Test
  void nothingOfALargeOrderIsShown() {
    String[] bought = IntStream.range(0, 300).mapToObj(i -> "item-" + i).toArray(String[]::new);
    List<Fact> facts = new ArrayList<>(Shop.walk("tea", "cup", "item-7", "item-299"));
    facts.add(Shop.bought("ada", "a", Duration.ofHours(9), bought));

    assertThat(Shop.knowing(facts).forCustomer(new CustomerQuery("ada", null, 100)).shown().items())
        .extracting(Suggestion::id)
        .containsExactlyInAnyOrder("tea", "cup");
  }

  @Test
  void unknownCustomerGetsWhatIsTrendingUnderTheIdAskedFor() {
    Recommender recommender = Shop.knowing(Shop.walk("tea", "cup"));

    CustomerSuggestions found = recommender.forCustomer(new CustomerQuery("nobody", null, 20));

    assertThat(found.customerId()).isEqualTo("nobody");
    assertThat(found.shown().items()).isEqualTo(recommender.trending(20));
  }

  private static Reason because(String item, long sessions) {
    return new Reason(Reason.Kind.SESSION, item, item, null, Optional.of(sessions));
  }
}
