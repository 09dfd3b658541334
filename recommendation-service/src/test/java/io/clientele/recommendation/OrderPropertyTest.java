package io.clientele.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The same events in any order end in the same suggestions, to the last bit. */
class OrderPropertyTest {

  @Property(tries = 500)
  void anyOrderOfTheSameEventsEndsInTheSameSuggestions(
      @ForAll("facts") List<Fact> facts, @ForAll Random random) {
    List<Fact> shuffled = new ArrayList<>(facts);
    Collections.shuffle(shuffled, random);

    Recommender one = Shop.knowing(facts);
    Recommender other = Shop.knowing(shuffled);

    assertThat(answers(other)).isEqualTo(answers(one));
    assertThat(other.size()).isEqualTo(one.size());
  }

  @Property(tries = 200)
  void anyOrderLeavesTheSameNewestSessions(@ForAll Random random) {
    List<Fact> facts = new ArrayList<>();
    for (int s = 0; s < 400; s++) {
      facts.add(Shop.viewed("anonymous:" + s, "s" + s, Duration.ofMinutes(s), "item-" + s % 10));
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
      answers.add(answers(bounded));
    }

    assertThat(answers.get(1)).isEqualTo(answers.get(0));
  }

  private static List<?> answers(Recommender recommender) {
    return List.of(
        recommender.forSession(Shop.session("a", "b")),
        recommender.forSession(Shop.session("item-3", "item-4")),
        recommender.forSession(Shop.session("c", "a", "d")),
        recommender.forCustomer("ada", null, 20),
        recommender.forCustomer("anonymous:x", "b", 20),
        recommender.trending(20));
  }

  @Provide
  Arbitrary<List<Fact>> facts() {
    Arbitrary<String> customers = Arbitraries.of("ada", "bob", "anonymous:x", "anonymous:y");
    Arbitrary<String> sessions = Arbitraries.of("s1", "s2", "").map(s -> s.isEmpty() ? null : s);
    Arbitrary<Integer> minutes = Arbitraries.integers().between(0, 300);
    Arbitrary<String> items = Arbitraries.of("a", "b", "c", "d", "e");
    return Combinators.combine(customers, sessions, minutes, items, Arbitraries.of(true, false))
        .as(OrderPropertyTest::fact)
        .list()
        .uniqueElements()
        .ofMaxSize(60);
  }

  private static Fact fact(String customer, String session, int minute, String item, boolean buys) {
    Duration at = Duration.ofMinutes(minute);
    return buys
        ? Shop.bought(customer, session, at, item, "z")
        : Shop.viewed(customer, session, at, item);
  }
}
