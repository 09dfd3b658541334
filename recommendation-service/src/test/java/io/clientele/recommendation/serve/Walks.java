package io.clientele.recommendation.serve;

import io.clientele.contract.CatalogItem;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import io.clientele.recommendation.memory.Fact;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary views, carts and orders in a small shop, and what it then suggests. */
final class Walks {

  private Walks() {}

  static Arbitrary<List<Fact>> any() {
    Arbitrary<String> customers = Arbitraries.of("ada", "bob", "anonymous:x", "anonymous:y");
    Arbitrary<String> sessions = Arbitraries.of("s1", "s2", "").map(s -> s.isEmpty() ? null : s);
    Arbitrary<Integer> minutes = Arbitraries.integers().between(0, 300);
    Arbitrary<String> items = Arbitraries.of("a", "b", "c", "d", "e");
    return Combinators.combine(customers, sessions, minutes, items, Arbitraries.of(Deed.values()))
        .as(Walks::fact)
        .list()
        .uniqueElements()
        .ofMaxSize(60);
  }

  /** What the shop says of some of the items, one that nobody touches included. */
  static List<Fact> catalogue() {
    return Stream.of("a", "b", "c", "new")
        .<Fact>map(
            item ->
                new Fact.Listed(
                    new CatalogItem(
                        item, item, "letters", null, null, null, null, false, Shop.OPENING)))
        .toList();
  }

  /** What somebody does with an item. */
  private enum Deed {
    VIEW,
    TELL,
    ADD,
    REMOVE,
    BUY,
    UNDO
  }

  private static Fact fact(String customer, String session, int minute, String item, Deed deed) {
    Duration at = Duration.ofMinutes(minute);
    String order = "order-" + minute % 5; // some orders are told of again and again
    return switch (deed) {
      case VIEW -> Shop.viewed(customer, session, at, item);
      case TELL -> told(customer, session, at, item, "told-" + minute % 3);
      case ADD -> Shop.added(customer, session, at, item);
      case REMOVE -> Shop.removed(customer, session, at, item);
      case BUY -> Shop.ordered(customer, session, at, order, item, "z");
      case UNDO -> Shop.cancelled(customer, session, at, order);
    };
  }

  /** A view that says where the shop has the item. */
  private static Fact told(
      String customer, String session, Duration at, String item, String category) {
    Product product = new Product(item, null, category, null, null, null, null);
    return Shop.happened(customer, session, at, "told/" + item, new Payload.ProductViewed(product));
  }

  static List<?> answers(Recommender recommender) {
    return List.of(
        recommender.forSession(Shop.session("a", "b")).items(),
        recommender.forSession(Shop.session("item-3", "item-4")).items(),
        recommender.forSession(Shop.session("c", "a", "d")).items(),
        recommender.forCustomer(new CustomerQuery("ada", null, 20)),
        recommender.forCustomer(new CustomerQuery("bob", null, 20)),
        recommender.forCustomer(new CustomerQuery("anonymous:x", "b", 20)),
        recommender.similar("a", 20),
        recommender.boughtTogether("a", 20),
        recommender.trending("letters", 20),
        recommender.trending("told-0", 20),
        recommender.trending(20));
  }
}
