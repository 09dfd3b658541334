package io.clientele.recommendation.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.recommendation.memory.Fact;
import io.clientele.recommendation.memory.ShopMemory;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.serve.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {

  private final ShopMemory memory = new ShopMemory(10_000_000);
  private final ShopView shop = memory.view();
  private final Rows rows = new Rows(shop, 1_000_000);

  @Test
  void whatChangesARowOfFewSessionsShowsAtOnce() {
    learn(0, 63, "tea", "cup");
    assertThat(company("tea", "cup")).isEqualTo(63);

    learn(63, 64, "tea", "cup");

    assertThat(company("tea", "cup")).isEqualTo(64);
  }

  @Test
  void whatChangesARowOfManySessionsShowsOnceOneInSixtyFourChanged() {
    learn(0, 640, "tea", "cup");
    assertThat(company("tea", "cup")).isEqualTo(640);

    learn(640, 645, "tea", "cup"); // each changes it twice: with its first and its second step
    assertThat(company("tea", "cup")).isEqualTo(640);

    learn(645, 646, "tea", "cup");
    assertThat(company("tea", "cup")).isEqualTo(646);
  }

  @Test
  void anotherItemUnderTheSameNumberHasARowOfItsOwn() {
    ShopMemory small = new ShopMemory(20_000);
    Rows kept = new Rows(small.view(), 1_000_000);
    small.learn(visit(0, "tea", "cup"));
    int number = small.view().find("tea");
    assertThat(kept.of(number, SessionAtHand.NOBODYS).size()).isEqualTo(1);

    int visits = 1;
    for (; number != small.view().find("item-" + visits); visits++) {
      small.learn(visit(visits + 1, "item-" + (visits + 1)));
    }

    assertThat(kept.of(number, SessionAtHand.NOBODYS).size()).isZero();
  }

  private void learn(int from, int to, String... items) {
    List<Fact> facts = new ArrayList<>();
    for (int session = from; session < to; session++) {
      facts.addAll(visit(session, items));
    }
    memory.learn(facts);
  }

  private static List<Fact> visit(int session, String... items) {
    List<Fact> facts = new ArrayList<>();
    for (int step = 0; step < items.length; step++) {
      Duration at = Duration.ofMinutes(session).plusSeconds(step);
      facts.add(Shop.viewed("anonymous:v" + session, "s" + session, at, items[step]));
    }
    return facts;
  }

  private float company(String item, String other) {
    Row row = rows.of(shop.find(item), SessionAtHand.NOBODYS);
    return row.get(Row.Count.CO, row.find(shop.find(other)));
  }
}
