package io.clientele.recommendation.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.recommendation.memory.Fact;
import io.clientele.recommendation.memory.Steps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClockAheadTest {

  private static final Duration YEARS = Duration.ofDays(20_000);

  @Test
  void oneClockThatIsAheadMakesNothingElseLookOld() {
    List<Fact> visits = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      visits.add(Shop.viewed("c" + i, "s" + i, Duration.ofMinutes(i), "tea"));
      visits.add(Shop.viewed("c" + i, "s" + i, Duration.ofMinutes(i).plusSeconds(9), "cup"));
    }
    Fact last = Shop.viewed("zoe", "last", Duration.ofMinutes(30), "pan");
    List<Fact> onTime = new ArrayList<>(visits);
    onTime.add(last);
    List<Fact> ahead = new ArrayList<>(visits);
    ahead.add(Shop.ahead(YEARS, last));

    assertThat(said(ahead)).isEqualTo(said(onTime));
  }

  @Test
  void whatAClockThatIsAheadSaysKeepsItsOrder() {
    List<Fact> facts = new ArrayList<>();
    for (int step = 0; step < 9; step++) {
      Duration at = Duration.ofSeconds(step);
      Fact fact = Shop.viewed("zoe", "s", at, "item-" + step);
      facts.add(Shop.receivedAt(Duration.ZERO, fact));
    }

    Recommender recommender = Shop.knowing(facts);

    long[] session = recommender.shop().sessionsBefore(Long.MAX_VALUE).get(0);
    for (int step = 0; step < 9; step++) {
      assertThat(recommender.shop().text(Steps.item(session, step))).isEqualTo("item-" + step);
    }
  }

  private static List<String> said(List<Fact> facts) {
    Recommender recommender = Shop.knowing(facts);
    return Stream.concat(
            recommender.forSession(Shop.session("tea")).items().stream(),
            recommender.trending(20).stream())
        .map(one -> one.id() + " " + one.reason())
        .toList();
  }
}
