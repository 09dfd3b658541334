package io.clientele.recommendation.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.recommendation.memory.Fact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeighbourhoodTest {

  @Test
  void similarityIsThatOfAllSessionsWhereOnlyTheNewestAreRead() {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      facts.add(viewed(i, 0, "tea"));
      if (i % 2 == 0) {
        facts.add(viewed(i, 1, "cup"));
      }
    }

    List<Related> related = Shop.knowing(facts).similar("tea", 20).orElseThrow();

    assertThat(related).extracting(Related::id).containsExactly("cup");
    assertThat(related.get(0).score()).isCloseTo(1_000 / Math.sqrt(2_000 * 1_000), within(1e-6));
    assertThat(related.get(0).sessions()).isEqualTo(500);
  }

  @Test
  void whatIsBoughtWithItMostOftenComesFirst() {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      facts.add(ordered(i, "tea", i < 2 ? "pan" : i < 5 ? "pot" : "cup"));
    }
    for (int i = 10; i < 40; i++) {
      facts.add(ordered(i, "fork", "knife"));
    }

    assertThat(Shop.knowing(facts).boughtTogether("tea", 20).orElseThrow())
        .extracting(Together::id)
        .containsExactly("cup", "pot", "pan");
  }

  private static Fact viewed(int session, int minute, String item) {
    Duration at = Duration.ofHours(session).plusMinutes(minute);
    return Shop.viewed("anonymous:" + session, "s" + session, at, item);
  }

  private static Fact ordered(int hour, String... items) {
    return Shop.bought("c" + hour, "s" + hour, Duration.ofHours(hour), items);
  }
}
