package io.clientele.profile.purchase;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.clientele.contract.PurchaseHistory;
import io.clientele.profile.fold.Packer;
import io.clientele.profile.fold.Unpacker;
import io.clientele.profile.fold.Windows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * What all orders of a customer add up to, day by day, and what the profile shows of it. It is kept
 * by changes: an order that is told anew is taken out as it was and put in as it is, so that the
 * orders themselves need not be read again. Whatever the sequence of changes, it equals the sum
 * over the orders as they are in the end.
 *
 * <p>Bounded: 3,000 days, of which each keeps 32 times of orders. Of a customer with more (no human
 * buys on each of 3,000 days) the days before count as the oldest one that is kept, which moves the
 * weekdays of these orders and their first time; amounts, counts and hours stay exact.
 *
 * @param days with purchases or refunds, oldest first
 * @param settledUntil the day, since 1970-01-01, as whose all days before it count; {@code
 *     Integer.MIN_VALUE} as long as there were few
 */
public record PurchaseLedger(List<PurchaseDay> days, int settledUntil) {

  /** Of a customer without orders. */
  public static final PurchaseLedger ZERO = new PurchaseLedger(List.of());

  private static final int MOST_DAYS = 3_000;
  private static final int UNSETTLED = Integer.MIN_VALUE;

  public PurchaseLedger {
    days = List.copyOf(days);
  }

  private PurchaseLedger(List<PurchaseDay> days) {
    this(days, UNSETTLED);
  }

  /** What one order adds; nothing where it is null. */
  static PurchaseLedger of(Order order) {
    if (order == null || order.cancelled()) {
      return ZERO;
    }
    if (order.report() != null) {
      OrderReport report = order.report();
      OrderOutcome outcome = OrderOutcome.of(report, order.refunds());
      return new PurchaseLedger(List.of(PurchaseDay.of(Windows.day(report.at()), report, outcome)));
    }
    List<PurchaseDay> days = new ArrayList<>();
    order
        .refunds()
        .days()
        .forEach((day, refunds) -> days.add(PurchaseDay.of(day, LooseRefunds.of(refunds))));
    return new PurchaseLedger(days);
  }

  @JsonCreator
  static PurchaseLedger unpack(byte[] packed) {
    if (packed == null || packed.length == 0) {
      return ZERO;
    }
    Unpacker unpacker = new Unpacker(packed);
    int settledUntil = (int) unpacker.signed();
    List<PurchaseDay> days = new ArrayList<>();
    int last = 0;
    while (unpacker.hasMore()) {
      PurchaseDay day = PurchaseDayFormat.unpack(unpacker, last);
      days.add(day);
      last = day.day();
    }
    return new PurchaseLedger(days, settledUntil);
  }

  @JsonValue
  byte[] pack() {
    Packer packer = new Packer().signed(settledUntil);
    int last = 0;
    for (PurchaseDay day : days) {
      PurchaseDayFormat.pack(packer, day, last);
      last = day.day();
    }
    return packer.toBytes();
  }

  /**
   * With one order as it is now told.
   *
   * @param before as it was added before, or null
   * @param after as it is now, or null where nobody tells of it any more
   */
  public PurchaseLedger change(Order before, Order after) {
    PurchaseLedger was = of(before);
    PurchaseLedger is = of(after);
    return was.equals(is) ? this : combine(was, PurchaseDay::minus).combine(is, PurchaseDay::plus);
  }

  /** The sum of both, whose orders must be different ones. */
  public PurchaseLedger merge(PurchaseLedger other) {
    return combine(other, PurchaseDay::plus);
  }

  /** What a profile shows. */
  public PurchaseView at(Instant time, String currency) {
    return PurchaseSums.view(days, Windows.day(time), currency);
  }

  /** What a purchase history shows: its revenues add up to the net revenue; oldest first. */
  public List<PurchaseHistory.Day> history() {
    return days.stream().filter(PurchaseDay::isShown).map(PurchaseDay::shown).toList();
  }

  private PurchaseLedger combine(PurchaseLedger other, BinaryOperator<PurchaseDay> operation) {
    int settled = Math.max(settledUntil, other.settledUntil);
    List<PurchaseDay> all = settled(settled);
    for (PurchaseDay day : other.settled(settled)) {
      int place = Collections.binarySearch(all, day, PurchaseDay.ORDER);
      if (place < 0) {
        place = -place - 1;
        all.add(place, PurchaseDay.of(day.day(), LooseRefunds.NONE));
      }
      PurchaseDay changed = operation.apply(all.get(place), day);
      if (changed.isEmpty()) {
        all.remove(place);
      } else {
        all.set(place, changed);
      }
    }
    while (all.size() > MOST_DAYS) {
      PurchaseDay oldest = all.remove(0);
      settled = all.get(0).day();
      all.set(0, all.get(0).plus(oldest.on(settled)));
    }
    return new PurchaseLedger(all, settled);
  }

  /** The days, of which those before this one count as it. */
  private List<PurchaseDay> settled(int until) {
    List<PurchaseDay> later = new ArrayList<>(days);
    PurchaseDay before = null;
    while (!later.isEmpty() && later.get(0).day() < until) {
      PurchaseDay oldest = later.remove(0).on(until);
      before = before == null ? oldest : before.plus(oldest);
    }
    if (before != null && !later.isEmpty() && later.get(0).day() == until) {
      before = before.plus(later.remove(0));
    }
    if (before != null) {
      later.add(0, before);
    }
    return later;
  }
}
