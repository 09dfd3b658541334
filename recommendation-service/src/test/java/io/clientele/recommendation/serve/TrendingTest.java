package io.clientele.recommendation.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CatalogItem;
import io.clientele.recommendation.memory.Fact;
import io.clientele.recommendation.memory.ShopMemory;
import io.clientele.recommendation.memory.ShopView;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendingTest {

  private final ShopMemory memory = new ShopMemory(10_000_000);
  private final ShopView shop = memory.view();
  private final Trending trending = new Trending(shop);

  @Test
  void categoryHasItsOwnTrend() {
    learn(listed("tea", "drinks"), listed("cup", "cups"), listed("pot", "cups"));
    learn(viewed(0, "tea"), viewed(1, "tea"), viewed(2, "cup"));

    assertThat(best("drinks")).containsExactly("tea");
    assertThat(best("cups")).containsExactly("cup");
  }

  @Test
  void itemMovesWithItsCategoryAndLeavesWithoutOne() {
    learn(viewed(0, "tea"), viewed(1, "cup"), listed("tea", "drinks"), listed("cup", "drinks"));
    learn(listed("tea", "cups"), new Fact.Unlisted("cup"));

    assertThat(best("cups")).containsExactly("tea");
    assertThat(best("drinks")).isEmpty();
  }

  @Test
  void scoreIsThatOfSessionsOfThisVeryMoment() {
    learn(viewed(0, "tea"), viewed(2 * 24 * 60, "cup"));

    assertThat(trending.best())
        .extracting(trending::now)
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1)
        .containsExactly(1.0, .5);
    assertThat(trending.lately(shop.find("tea"))).isEqualTo(1);
  }

  @Test
  void yearsLaterEveryScoreIsKnownStill() {
    learn(viewed(0, "tea"));
    learn(viewed(401 * 24 * 60, "cup"));

    assertThat(trending.best()).extracting(TopItems.Ranked::id).containsExactly("cup", "tea");
    assertThat(trending.now(trending.best().get(0))).isEqualTo(1);
    assertThat(trending.lately(shop.find("tea"))).isZero();
  }

  private void learn(Fact... facts) {
    memory.learn(List.of(facts));
    trending.refresh(memory.takeChanged());
  }

  private List<String> best(String category) {
    return trending.best(shop.findCategory(category)).stream().map(TopItems.Ranked::id).toList();
  }

  private static Fact viewed(int minute, String item) {
    return Shop.viewed("c" + minute, "s" + minute, Duration.ofMinutes(minute), item);
  }

  private static Fact listed(String item, String category) {
    return new Fact.Listed(
        new CatalogItem(item, null, category, null, null, null, null, false, Shop.OPENING));
  }
}
