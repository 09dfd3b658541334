package io.clientele.profile.purchase;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.profile.fold.SortedMaps;
import io.clientele.profile.fold.Windows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The refunds of one order, or one refund that names no order. Each names an amount, or lines, or
 * neither, which means the whole order. Bounded: 100 days and 200 lines.
 *
 * @param days by UTC day since 1970-01-01: the newest 100; what was refunded before counts as the
 *     oldest of them
 * @param whole whether one of them means the whole order
 * @param lines in {@link ReturnedLine#ORDER}, the first 200: those that are among the first in the
 *     end have been so all along, so their quantities are exact
 * @param moreAmount what the lines beyond say themselves
 */
record OrderRefunds(
    SortedMap<Integer, RefundDay> days,
    boolean whole,
    List<ReturnedLine> lines,
    BigDecimal moreAmount) {

  static final OrderRefunds NONE = new OrderRefunds(null, false, null, null);

  private static final int MOST_LINES = 200;
  private static final int MOST_DAYS = 100;

  OrderRefunds {
    days = SortedMaps.copy(days);
    lines = lines == null ? List.of() : List.copyOf(lines);
    moreAmount = moreAmount == null ? BigDecimal.ZERO : moreAmount;
  }

  static OrderRefunds of(CustomerEvent event, Payload.OrderRefunded refund) {
    boolean byAmount = refund.amount() != null;
    List<ReturnedLine> lines =
        byAmount ? List.of() : refund.products().stream().map(ReturnedLine::of).toList();
    RefundDay day =
        new RefundDay(
            event.occurredAt(),
            event.occurredAt(),
            1,
            byAmount ? refund.amount().amount() : null,
            lines.stream().map(ReturnedLine::ownAmount).reduce(BigDecimal.ZERO, BigDecimal::add));
    SortedMap<Integer, RefundDay> days =
        SortedMaps.with(NONE.days, Windows.day(event.occurredAt()), day);
    return bounded(days, !byAmount && lines.isEmpty(), lines.stream(), BigDecimal.ZERO);
  }

  OrderRefunds merge(OrderRefunds other) {
    if (days.isEmpty() || other.days.isEmpty()) {
      return days.isEmpty() ? other : this;
    }
    return bounded(
        SortedMaps.merged(days, other.days, RefundDay::plus),
        whole || other.whole,
        Stream.concat(lines.stream(), other.lines.stream()),
        moreAmount.add(other.moreAmount));
  }

  /** What they name as amounts; lines left aside. */
  BigDecimal amounts() {
    return days.values().stream().map(RefundDay::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static OrderRefunds bounded(
      SortedMap<Integer, RefundDay> days,
      boolean whole,
      Stream<ReturnedLine> lines,
      BigDecimal moreAmount) {
    NavigableMap<ReturnedLine, ReturnedLine> kept = new TreeMap<>(ReturnedLine.ORDER);
    List<ReturnedLine> more = new ArrayList<>();
    lines.forEach(
        line -> {
          if (line.product().length() > OrderLine.MOST_CHARACTERS) {
            more.add(line);
          } else {
            kept.merge(line, line, ReturnedLine::plus);
          }
        });
    while (kept.size() > MOST_LINES) {
      more.add(kept.pollLastEntry().getValue());
    }
    return new OrderRefunds(
        newest(days),
        whole,
        List.copyOf(kept.values()),
        more.stream().map(ReturnedLine::ownAmount).reduce(moreAmount, BigDecimal::add));
  }

  private static SortedMap<Integer, RefundDay> newest(SortedMap<Integer, RefundDay> days) {
    if (days.size() <= MOST_DAYS) {
      return days;
    }
    NavigableMap<Integer, RefundDay> kept = new TreeMap<>(days);
    while (kept.size() > MOST_DAYS) {
      RefundDay oldest = kept.pollFirstEntry().getValue();
      kept.computeIfPresent(kept.firstKey(), (day, refunds) -> refunds.absorb(oldest));
    }
    return kept;
  }
}
