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

    learn(640, 645, "tea", "cup"); // each session changes twice: with its first and its second step
    assertThat(company("tea", "cup")).isEqualTo(640);

    learn(645, 646, "tea", "cup");
    assertThat(company("tea", "cup")).isEqualTo(646);
  }

  @Test
  void anotherItemUnderTheSameNumberHasARowOfItsOwn() {
    Rows few = new Rows(shop, 1_000_000);
    learn(0, 1, "tea", "cup");
    assertThat(company(few, "tea", "cup")).isEqualTo(1);

    assertThat(company(few, "cup", "tea")).isEqualTo(1);
    assertThat(few.of(ShopView.UNKNOWN, SessionAtHand.NOBODYS).size()).isZero();
  }

  private void learn(int from, int to, String... items) {
    List<Fact> facts = new ArrayList<>();
    for (int session = from; session < to; session++) {
      for (int step = 0; step < items.length; step++) {
        Duration at = Duration.ofMinutes(session).plusSeconds(step);
        facts.add(Shop.viewed("anonymous:v" + session, "s" + session, at, items[step]));
      }
    }
    memory.learn(facts);
  }

  private float company(String item, String other) {
    return company(rows, item, other);
  }

  private float company(Rows of, String item, String other) {
    Row row = of.of(shop.find(item), SessionAtHand.NOBODYS);
    return row.get(Row.Count.CO, row.find(shop.find(other)));
  }
}
