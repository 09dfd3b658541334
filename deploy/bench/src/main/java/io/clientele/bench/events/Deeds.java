package io.clientele.bench.events;

import io.clientele.contract.Money;
import io.clientele.contract.Payload;
import io.clientele.contract.Payload.CartChanged;
import io.clientele.contract.Payload.Engaged;
import io.clientele.contract.Payload.ServiceTicket;
import io.clientele.contract.Payload.SurveyAnswered;
import io.clientele.contract.Product;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What customers of a made-up shop do, in these shares: pages and products 60 %, lists, searches
 * and carts 24 %, orders of three lines 3 %, some of them refunded, and a little of everything else
 * that a profile knows.
 */
final class Deeds {

  private static final int PRODUCTS = 5_000;
  private static final int LINES = 3;
  private static final String CURRENCY = "USD";
  private static final List<String> CATEGORIES =
      List.of("Kitchen", "Garden", "Toys", "Lighting", "Stationery", "Textiles", "Candles");
  private static final List<String> BRANDS =
      List.of("Northwind", "Contoso", "Fabrikam", "Tailspin", "Litware", "Proseware");
  private static final Engaged.Kind[] ENGAGEMENTS = {
    Engaged.Kind.LIKE,
    Engaged.Kind.SHARE,
    Engaged.Kind.COMMENT,
    Engaged.Kind.FOLLOW,
    Engaged.Kind.WISHLIST
  };

  private final Crowd crowd;
  private final SplittableRandom random;
  private final int[] orders;

  Deeds(Crowd crowd, SplittableRandom random) {
    this.crowd = crowd;
    this.random = random;
    this.orders = new int[crowd.customers()];
  }

  /**
   * One of them.
   *
   * @param personal what of it stands apart, because it is about a person
   */
  record Deed(Payload payload, Map<String, Object> personal) {}

  Deed next(int customer) {
    int draw = random.nextInt(1_000);
    if (draw < 260) {
      String category = pick(CATEGORIES);
      return plain(new Payload.PageViewed(category, "/" + category));
    } else if (draw < 600) {
      return plain(new Payload.ProductViewed(product()));
    } else if (draw < 680) {
      return plain(
          new Payload.ProductListViewed("list", pick(CATEGORIES), List.of(), List.of(), List.of()));
    } else if (draw < 740) {
      return new Deed(new Payload.Searched(), Map.of("query", "something for the " + draw));
    } else if (draw < 840) {
      CartChanged.Change change =
          draw < 815 ? CartChanged.Change.ADDED : CartChanged.Change.REMOVED;
      return plain(new CartChanged("cart-" + customer, change, List.of(product())));
    } else if (draw < 870) {
      return plain(
          new Payload.CheckoutStarted(
              orderId(customer, orders[customer]), order(customer, orders[customer])));
    } else if (draw < 900) {
      return plain(completed(customer, orders[customer]++));
    }
    return rare(customer, draw);
  }

  private Deed rare(int customer, int draw) {
    if (draw < 907 && orders[customer] > 0) {
      return plain(undone(customer, random.nextInt(orders[customer]), draw));
    } else if (draw < 925) {
      return new Deed(
          new Payload.TraitsChanged(
              Map.of(
                  "plan",
                  pick(List.of("free", "plus")),
                  "gender",
                  customer % 2 == 0 ? "female" : "male",
                  "age",
                  18 + customer % 60)),
          Map.of("email", crowd.id(customer) + "@shop.example"));
    } else if (draw < 960) {
      return plain(
          new Engaged(
              ENGAGEMENTS[random.nextInt(ENGAGEMENTS.length)], product().id(), "instagram"));
    } else if (draw < 970) {
      return plain(
          new Payload.Reviewed(
              product().id(),
              "review-" + customer + "-" + random.nextInt(),
              BigDecimal.valueOf(1 + random.nextInt(5))));
    } else if (draw < 977) {
      return plain(new SurveyAnswered(SurveyAnswered.Survey.NPS, random.nextInt(11)));
    } else if (draw < 980) {
      return plain(new SurveyAnswered(SurveyAnswered.Survey.CSAT, 1 + random.nextInt(5)));
    } else if (draw < 988) {
      ServiceTicket.Status[] all = ServiceTicket.Status.values();
      return plain(
          new ServiceTicket(
              "ticket-" + customer + "-" + random.nextInt(3), all[random.nextInt(all.length)]));
    } else if (draw < 991) {
      return plain(new Payload.ConsentChanged(Map.of("marketing", random.nextBoolean())));
    }
    return plain(new Payload.Custom("Store Located", Map.of("radius", 10)));
  }

  private Payload completed(int customer, int order) {
    List<Product> lines = order(customer, order);
    BigDecimal sum =
        lines.stream()
            .map(line -> line.price().multiply(line.quantity()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean reduced = order % 5 == 0;
    BigDecimal discount = reduced ? sum.movePointLeft(1) : BigDecimal.ZERO;
    return new Payload.OrderCompleted(
        orderId(customer, order),
        new Money(sum.subtract(discount), CURRENCY),
        null,
        new Money(discount, CURRENCY),
        reduced ? "TENTH" : null,
        lines);
  }

  /** Gone back whole, or by its first line, or cancelled. */
  private Payload undone(int customer, int order, int draw) {
    String id = orderId(customer, order);
    if (draw == 900) {
      return new Payload.OrderCancelled(id);
    }
    List<Product> back = draw < 904 ? order(customer, order).subList(0, 1) : List.of();
    return new Payload.OrderRefunded(id, null, back);
  }

  private String orderId(int customer, int order) {
    return "o-" + crowd.id(customer) + "-" + order;
  }

  /** The same at every call, so that a refund names what was bought. */
  private static List<Product> order(int customer, int order) {
    SplittableRandom lines = new SplittableRandom(((long) customer << 32) + order);
    List<Product> bought = new ArrayList<>();
    for (int line = 0; line < LINES; line++) {
      bought.add(product(lines.nextInt(PRODUCTS), BigDecimal.valueOf(1 + lines.nextInt(3))));
    }
    return bought;
  }

  private Product product() {
    // The smaller of two: some products sell better than others.
    return product(Math.min(random.nextInt(PRODUCTS), random.nextInt(PRODUCTS)), BigDecimal.ONE);
  }

  private static Product product(int number, BigDecimal quantity) {
    return new Product(
        "p" + number,
        "Product number " + number,
        CATEGORIES.get(number % CATEGORIES.size()),
        BRANDS.get(number % BRANDS.size()),
        null,
        BigDecimal.valueOf(199 + number % 97 * 100L, 2),
        quantity);
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static Deed plain(Payload payload) {
    return new Deed(payload, Map.of());
  }
}
