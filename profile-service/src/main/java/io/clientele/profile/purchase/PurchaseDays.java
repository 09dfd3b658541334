package io.clientele.profile.purchase;

import io.clientele.profile.fold.Packer;
import io.clientele.profile.fold.Unpacker;
import io.clientele.profile.fold.Windows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * What orders add up to, day by day: a sum of any of which can be taken out again.
 *
 * <p>Bounded: 3,000 days of some 100 bytes at most. Of a customer with more (no human buys on each
 * of 3,000 days) the days before count as the oldest one that is kept, which moves the weekdays of
 * these orders and their first time; amounts, counts and hours stay exact.
 *
 * @param days with purchases or refunds, oldest first
 * @param settledUntil the day, since 1970-01-01, as which all days before it count
 */
record PurchaseDays(List<PurchaseDay> days, int settledUntil) {

  private static final int MOST_DAYS = 3_000;
  private static final int UNSETTLED = Integer.MIN_VALUE;

  static final PurchaseDays NONE = new PurchaseDays(List.of(), UNSETTLED);

  PurchaseDays {
    days = List.copyOf(days);
  }

  /** What one order adds; nothing where it is null. */
  static PurchaseDays of(Order order) {
    if (order == null || order.cancelled()) {
      return NONE;
    }
    List<PurchaseDay> days = new ArrayList<>();
    if (order.report() == null) {
      order
          .refunds()
          .days()
          .forEach((day, refunds) -> days.add(PurchaseDay.of(day, LooseRefunds.of(refunds))));
    } else {
      OrderReport report = order.report();
      OrderOutcome outcome = OrderOutcome.of(report, order.refunds());
      days.add(PurchaseDay.of(Windows.day(report.at()), report, outcome));
    }
    return new PurchaseDays(days, UNSETTLED);
  }

  static PurchaseDays unpack(byte[] packed) {
    if (packed.length == 0) {
      return NONE;
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
    return new PurchaseDays(days, settledUntil);
  }

  byte[] pack() {
    if (equals(NONE)) {
      return new byte[0];
    }
    Packer packer = new Packer().signed(settledUntil);
    int last = 0;
    for (PurchaseDay day : days) {
      PurchaseDayFormat.pack(packer, day, last);
      last = day.day();
    }
    return packer.toBytes();
  }

  PurchaseDays plus(PurchaseDays other) {
    return combine(other, PurchaseDay::plus);
  }

  /** Without what was added before. */
  PurchaseDays minus(PurchaseDays other) {
    return combine(other, PurchaseDay::minus);
  }

  private PurchaseDays combine(PurchaseDays other, BinaryOperator<PurchaseDay> operation) {
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
    return new PurchaseDays(all, settled);
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
