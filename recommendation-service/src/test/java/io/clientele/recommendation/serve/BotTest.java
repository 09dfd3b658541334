package io.clientele.recommendation.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.recommendation.memory.Fact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What machines do teaches nothing. */
class BotTest {

  @Test
  void crawlerLeavesNothingBehindButTheCount() {
    Recommender recommender =
        Shop.knowing(
            List.of(
                Shop.byBot(Shop.viewed("anonymous:crawler", "s1", Duration.ZERO, "tea")),
                Shop.byBot(Shop.bought("ada", null, Duration.ofMinutes(1), "tea", "cup"))));

    assertThat(recommender.size()).isEqualTo(new Recommender.Size(0, 0, 0, 0, 2));
    assertThat(recommender.trending(20)).isEmpty();
    assertThat(recommender.forCustomer(new CustomerQuery("ada", "tea", 20)).shown().items())
        .isEmpty();
  }

  @Property(tries = 200)
  void eventsOfMachinesAnywhereChangeNoSuggestion(
      @ForAll("facts") List<Fact> facts,
      @ForAll("facts") List<Fact> machines,
      @ForAll Random random) {
    List<Fact> mixed = new ArrayList<>(facts);
    machines.forEach(fact -> mixed.add(random.nextInt(mixed.size() + 1), Shop.byBot(fact)));

    Recommender alone = Shop.knowing(facts);
    Recommender visited = Shop.knowing(mixed);

    assertThat(Walks.answers(visited)).isEqualTo(Walks.answers(alone));
    assertThat(visited.size().bytes()).isEqualTo(alone.size().bytes());
    assertThat(visited.size().bots()).isEqualTo(machines.size());
  }

  @Provide
  Arbitrary<List<Fact>> facts() {
    return Walks.any();
  }
}
