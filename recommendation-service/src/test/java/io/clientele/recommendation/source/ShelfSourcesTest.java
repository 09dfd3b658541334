package io.clientele.recommendation.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.contract.CatalogItem;
import io.clientele.contract.Money;
import io.clientele.recommendation.memory.Fact;
import io.clientele.recommendation.memory.ShopMemory;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.serve.Shop;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What orders and the catalogue say, by hand. */
class ShelfSourcesTest {

  private final ShopMemory memory = new ShopMemory(10_000_000);
  private final ShopView shop = memory.view();
  private final Scores scores = new Scores();

  @BeforeEach
  void begin() {
    scores.begin();
  }

  @Test
  void confidencesOfWhatIsBoughtWithTheSessionsItemsAddUp() {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      facts.add(ordered(i, "tea", "cup"));
      facts.add(ordered(10 + i, "pot", "cup"));
    }
    for (int i = 20; i < 60; i++) {
      facts.add(ordered(i, "pan", "lid"));
    }
    facts.add(ordered(60, "tea", "lid"));
    memory.learn(facts);

    new BoughtTogether(new Associations(shop, 1_000_000)).score(session("pot", "tea"), scores);

    // A single order with both says too little of the lid.
    assertThat(raw(Signal.TOGETHER, "cup")).isCloseTo(6 / 7f + 1, within(1e-6f));
    assertThat(scores.find(shop.find("lid"))).isEqualTo(-1);
  }

  @Test
  void itemsThatNobodyTouchedAreFoundByWhatTheyAreLike() {
    memory.learn(
        List.of(
            listed("tea", "Green tea", "tea", "Leaf", "4"),
            listed("new", "Green tea bag", "tea", "Leaf", "8"),
            listed("other", "Coffee", "coffee", "Leaf", "4"),
            listed("old", "Green tea", "tea", "Leaf", "4"),
            Shop.viewed("ada", "s", Duration.ZERO, "old")));

    new Content(shop).score(session("tea"), scores);

    // Category 1, brand .5, half the price .3 · e^(−ln 2), two of three words.
    assertThat(raw(Signal.CONTENT, "new")).isCloseTo(1 + .5f + .15f + 2 / 3f, within(1e-6f));
    assertThat(scores.size()).isEqualTo(1);
  }

  @Test
  void itemsWithoutPriceOrNameAreAlikeByTheRest() {
    memory.learn(
        List.of(
            listed("tea", null, "tea", null, null),
            listed("new", "Green tea", "tea", "Leaf", "8")));

    new Content(shop).score(session("tea"), scores);

    assertThat(raw(Signal.CONTENT, "new")).isEqualTo(1);
  }

  private float raw(Signal signal, String item) {
    return scores.raw(signal, scores.find(shop.find(item)));
  }

  private SessionAtHand session(String... items) {
    return SessionAtHand.of(List.of(items), shop, List.of());
  }

  private static Fact ordered(int minute, String... items) {
    return Shop.ordered("c" + minute, "s" + minute, Duration.ofMinutes(minute), "1", items);
  }

  private static Fact listed(String id, String name, String category, String brand, String price) {
    Money money = price == null ? null : new Money(new BigDecimal(price), "EUR");
    return new Fact.Listed(
        new CatalogItem(id, name, category, brand, money, null, null, false, Shop.OPENING));
  }
}
