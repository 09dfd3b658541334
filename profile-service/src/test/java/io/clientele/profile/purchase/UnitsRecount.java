package io.clientele.profile.purchase;

import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Bought and returned goods of one order, unit by unit, for {@link PurchaseRecount}. */
final class UnitsRecount {

  private UnitsRecount() {}

  /** Takes one returned unit after the other from the heap of those that were bought. */
  static BigDecimal amount(Payload.OrderCompleted order, List<Product> returned) {
    List<Product> heap = unitsOf(order.products());
    BigDecimal amount = BigDecimal.ZERO;
    for (Product unit : sorted(unitsOf(returned))) {
      if (order.products().isEmpty()) {
        amount = amount.add(unit.price() == null ? BigDecimal.ZERO : unit.price());
        continue;
      }
      for (Product bought : heap) {
        if (bought.id().equals(unit.id())) {
          heap.remove(bought);
          BigDecimal price = unit.price() == null ? bought.price() : unit.price();
          amount = amount.add(price == null ? BigDecimal.ZERO : price);
          break;
        }
      }
    }
    return amount;
  }

  /** Whether the units returned, without a price of their own, are all that were bought. */
  static boolean isEverything(Payload.OrderCompleted order, List<Product> returned) {
    List<Product> heap = unitsOf(order.products());
    if (heap.isEmpty() || returned.stream().anyMatch(product -> product.price() != null)) {
      return false;
    }
    return heap.stream()
        .allMatch(unit -> countOf(unit.id(), unitsOf(returned)) >= countOf(unit.id(), heap));
  }

  private static long countOf(String product, List<Product> units) {
    return units.stream().filter(unit -> unit.id().equals(product)).count();
  }

  private static List<Product> sorted(List<Product> units) {
    return units.stream()
        .sorted(
            Comparator.comparing(Product::price, Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  private static List<Product> unitsOf(List<Product> lines) {
    List<Product> units = new ArrayList<>();
    for (Product line : lines) {
      for (int i = 0; i < units(line); i++) {
        units.add(line);
      }
    }
    return units;
  }

  /** How many units a line stands for. */
  static int units(Product line) {
    return line.quantity() == null ? 1 : line.quantity().intValueExact();
  }
}
