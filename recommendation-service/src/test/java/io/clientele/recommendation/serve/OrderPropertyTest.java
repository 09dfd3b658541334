package io.clientele.recommendation.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.recommendation.memory.Fact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The same events in any order end in the same suggestions, to the last bit. */
class OrderPropertyTest {

  @Property(tries = 500)
  void anyOrderOfTheSameEventsEndsInTheSameSuggestions(
      @ForAll("facts") List<Fact> facts, @ForAll Random random) {
    List<Fact> all = new ArrayList<>(facts);
    all.addAll(Walks.catalogue());
    all.add(Shop.merged("anonymous:x", "ada"));
    all.add(Shop.merged("bob", "ada"));
    List<Fact> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);

    Recommender one = Shop.knowing(all);
    Recommender other = Shop.knowing(shuffled);

    assertThat(Walks.answers(other)).isEqualTo(Walks.answers(one));
    assertThat(other.size()).isEqualTo(one.size());
  }

  @Property(tries = 200)
  void anyOrderLeavesTheSameNewestSessions(@ForAll Random random) {
    List<Fact> facts = new ArrayList<>();
    for (int s = 0; s < 400; s++) {
      Duration at = Duration.ofMinutes(s);
      facts.add(
          switch (s % 4) {
            case 0 -> Shop.bought("anonymous:" + s, "s" + s, at, "item-" + s % 10, "more");
            case 1 -> Shop.added("anonymous:" + s, "s" + s, at, "item-" + s % 10);
            default -> Shop.viewed("anonymous:" + s, "s" + s, at, "item-" + s % 10);
          });
    }
    List<Fact> shuffled = new ArrayList<>(facts);
    Collections.shuffle(shuffled, random);

    List<List<?>> answers = new ArrayList<>();
    for (List<Fact> order : List.of(facts, shuffled)) {
      Recommender bounded = new Recommender(20_000);
      bounded.learn(order);
      bounded.refreshTrending();
      assertThat(bounded.size().bytes()).isLessThanOrEqualTo(20_000);
      assertThat(bounded.size().sessions()).isBetween(20, 200);
      answers.add(Walks.answers(bounded));
      answers.add(List.of(bounded.size()));
    }

    assertThat(answers.subList(2, 4)).isEqualTo(answers.subList(0, 2));
  }

  @Provide
  Arbitrary<List<Fact>> facts() {
    return Walks.any();
  }
}
