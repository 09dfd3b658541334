package io.clientele.profile.purchase;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What refunds by line mean for the order that they refer to, which may have arrived after them.
 *
 * @param amount in the base currency: never for more units than were bought
 * @param unknownLines lines that take nothing off: of products that the order does not have, or
 *     without a price where it cannot be told whether it has them
 * @param everything whether every unit went back at the order's own prices; that undoes the order,
 *     also where there are no prices at all
 */
record Returns(BigDecimal amount, long unknownLines, boolean everything) {

  /**
   * Units are taken from the order's lines as they stand there, first those that come with a price
   * of their own, lowest first; what is then no longer there takes nothing off.
   */
  static Returns of(OrderReport report, List<ReturnedLine> returned) {
    SortedMap<String, BigDecimal> bought = new TreeMap<>();
    report.lines().forEach(line -> bought.merge(line.product(), line.quantity(), BigDecimal::add));
    SortedMap<String, BigDecimal> taken = new TreeMap<>();
    BigDecimal amount = BigDecimal.ZERO;
    long unknownLines = 0;
    for (ReturnedLine line : returned) {
      String product = line.product();
      if (!bought.containsKey(product)) {
        boolean counts = line.price() != null && !report.listsAll();
        amount = counts ? amount.add(line.ownAmount()) : amount;
        unknownLines += counts ? 0 : 1;
        continue;
      }
      BigDecimal before = taken.getOrDefault(product, BigDecimal.ZERO);
      BigDecimal after = before.add(line.quantity()).min(bought.get(product));
      List<OrderLine> lines = report.linesOf(product);
      amount =
          amount.add(
              line.price() == null
                  ? paid(lines, after).subtract(paid(lines, before))
                  : line.price().multiply(after.subtract(before)));
      taken.put(product, after);
    }
    boolean ownPrices = returned.stream().anyMatch(line -> line.price() != null);
    return new Returns(
        amount, unknownLines, report.listsAll() && !ownPrices && isEverything(bought, taken));
  }

  private static boolean isEverything(
      SortedMap<String, BigDecimal> bought, SortedMap<String, BigDecimal> taken) {
    return bought.values().stream().anyMatch(units -> units.signum() > 0)
        && bought.entrySet().stream()
            .allMatch(
                units ->
                    taken.getOrDefault(units.getKey(), BigDecimal.ZERO).compareTo(units.getValue())
                        == 0);
  }

  /** What so many units of one product cost, the first ones of its lines. */
  private static BigDecimal paid(List<OrderLine> lines, BigDecimal units) {
    BigDecimal amount = BigDecimal.ZERO;
    BigDecimal rest = units;
    for (OrderLine line : lines) {
      BigDecimal some = rest.min(line.quantity());
      rest = rest.subtract(some);
      if (line.price() != null) {
        amount = amount.add(line.price().max(BigDecimal.ZERO).multiply(some));
      }
    }
    return amount;
  }
}
