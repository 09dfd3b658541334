package io.clientele.recommendation.serve;

import io.clientele.recommendation.memory.Fact;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary views and purchases in a small shop, and what it then suggests. */
final class Walks {

  private Walks() {}

  static Arbitrary<List<Fact>> any() {
    Arbitrary<String> customers = Arbitraries.of("ada", "bob", "anonymous:x", "anonymous:y");
    Arbitrary<String> sessions = Arbitraries.of("s1", "s2", "").map(s -> s.isEmpty() ? null : s);
    Arbitrary<Integer> minutes = Arbitraries.integers().between(0, 300);
    Arbitrary<String> items = Arbitraries.of("a", "b", "c", "d", "e");
    return Combinators.combine(customers, sessions, minutes, items, Arbitraries.of(true, false))
        .as(Walks::fact)
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

  static List<?> answers(Recommender recommender) {
    return List.of(
        recommender.forSession(Shop.session("a", "b")),
        recommender.forSession(Shop.session("item-3", "item-4")),
        recommender.forSession(Shop.session("c", "a", "d")),
        recommender.forCustomer("ada", null, 20),
        recommender.forCustomer("anonymous:x", "b", 20),
        recommender.trending(20));
  }
}
