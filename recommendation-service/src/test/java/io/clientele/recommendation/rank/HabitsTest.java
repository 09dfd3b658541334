package io.clientele.recommendation.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.recommendation.memory.Fact;
import io.clientele.recommendation.memory.ShopMemory;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.memory.Steps;
import io.clientele.recommendation.serve.Shop;
import io.clientele.recommendation.source.SessionAtHand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HabitsTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ShopMemory memory = new ShopMemory(1 << 20);
  private final ShopView shop = memory.view();

  @Test
  void askersOwnNewestSessionsAreAsIfTheyHadNotBeen() {
    visit(0, "stranger");
    Habits before = habits(List.of());
    visit(10, "own-1");
    visit(20, "own-2");
    List<long[]> all = shop.sessionsBefore(Long.MAX_VALUE);

    Habits after = habits(all.subList(1, 3));

    assertThat(after.sessions()).isEqualTo(1);
    assertThat(after.usage()).isEqualTo(before.usage());
    assertThat(after.newest()).isEqualTo(before.newest()).isEqualTo(after.oldest());
    assertThat(after.slow()).isCloseTo(1, within(.01));
    assertThat(after.recent()).isCloseTo(1, within(.01));
  }

  @Test
  void ownSessionsTooOldToBeReadAreNotTakenOffWhatIsRead() {
    visit(0, "own");
    List<long[]> own = shop.sessionsBefore(Long.MAX_VALUE);
    for (int minute = 1; minute <= 1_300; minute++) {
      visit(minute, "stranger-" + minute);
    }
    assertThat(Steps.key(own.get(0)))
        .isEqualTo(Steps.key(shop.sessionsBefore(Long.MAX_VALUE).get(0)));

    assertThat(habits(own).slow()).isEqualTo(habits(List.of()).slow());
    assertThat(habits(own).sessions()).isEqualTo(1_300);
  }

  private void visit(int minute, String session) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Shop.viewed("c-" + session, session, Duration.ofMinutes(minute), "tea"));
    facts.add(Shop.viewed("c-" + session, session, Duration.ofMinutes(minute).plus(SECOND), "cup"));
    memory.learn(facts);
  }

  private Habits habits(List<long[]> own) {
    int tea = shop.find("tea");
    SessionAtHand asker = SessionAtHand.of(List.of("tea"), shop, own);
    double now = shop.newestMillis() / 1000.0;
    return Habits.of(shop.posting(tea), tea, asker, shop.halfLives(), now);
  }
}
