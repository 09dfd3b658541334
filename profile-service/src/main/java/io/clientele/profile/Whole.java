package io.clientele.profile;

import io.clientele.contract.CustomerEvent;
import io.clientele.profile.fold.BoughtLine;
import io.clientele.profile.preference.Affinities;
import io.clientele.profile.purchase.Order;
import io.clientele.profile.purchase.PurchaseLedger;
import java.util.List;

/**
 * All that is known of a customer, over all parts. Orders are summed up apart from the parts, since
 * two parts may tell of the same one.
 *
 * @param part the sum of the parts
 * @param purchases the sum of the orders
 * @param bought what the lines of the orders tell of preferences
 */
public record Whole(Part part, PurchaseLedger purchases, Affinities bought) {

  public static final Whole ZERO = new Whole(null, null, null);

  public Whole {
    part = part == null ? Part.ZERO : part;
    purchases = purchases == null ? PurchaseLedger.ZERO : purchases;
    bought = bought == null ? Affinities.ZERO : bought;
  }

  /** The sum of these; sums are halved, so that a customer of many orders takes no square time. */
  static Whole of(Part part, List<Order> orders) {
    List<BoughtLine> lines = orders.stream().flatMap(order -> order.lines().stream()).toList();
    return new Whole(part, sum(orders), Affinities.ZERO.change(List.of(), lines));
  }

  private static PurchaseLedger sum(List<Order> orders) {
    if (orders.size() < 2) {
      return PurchaseLedger.ZERO.change(null, orders.isEmpty() ? null : orders.get(0));
    }
    int half = orders.size() / 2;
    return sum(orders.subList(0, half)).merge(sum(orders.subList(half, orders.size())));
  }

  Whole add(CustomerEvent event) {
    return new Whole(part.add(event), purchases, bought);
  }

  Whole merge(Part other) {
    return new Whole(part.merge(other), purchases, bought);
  }

  /**
   * With an order as it is told now.
   *
   * @param before as it was told until now; null where it is new
   * @param after null where nobody tells of it any more
   */
  Whole change(Order before, Order after) {
    return new Whole(
        part, purchases.change(before, after), bought.change(lines(before), lines(after)));
  }

  private static List<BoughtLine> lines(Order order) {
    return order == null ? List.of() : order.lines();
  }

  /** Whether any event is in it. */
  public boolean seen() {
    return part.seen();
  }
}
