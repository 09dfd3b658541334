package io.clientele.profile;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SortedMap;

/**
 * Money that went back, by UTC day.
 *
 * @param days amounts are positive, in the base currency
 */
record Refunds(SortedMap<LocalDate, Day> days) {

  static final Refunds NONE = new Refunds(null);

  /** One day's refunds together. */
  record Day(Instant firstAt, Instant lastAt, BigDecimal amount) {

    private Day plus(Day other) {
      return new Day(
          firstAt.isBefore(other.firstAt) ? firstAt : other.firstAt,
          lastAt.isAfter(other.lastAt) ? lastAt : other.lastAt,
          amount.add(other.amount));
    }
  }

  Refunds {
    days = SortedMaps.copy(days);
  }

  Refunds with(Instant at, BigDecimal amount) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    Day refund = new Day(at, at, amount);
    Day before = days.get(day);
    return new Refunds(SortedMaps.with(days, day, before == null ? refund : before.plus(refund)));
  }

  Refunds merge(Refunds other) {
    return new Refunds(SortedMaps.merged(days, other.days, Day::plus));
  }

  /** All of it, exact. */
  BigDecimal total() {
    return days.values().stream().map(Day::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
