package io.clientele.profile.purchase;

import io.clientele.profile.fold.Packer;
import io.clientele.profile.fold.Unpacker;
import java.math.BigDecimal;

/**
 * One UTC day's refunds without an order: those that name none, or one that has not arrived.
 *
 * @param times of each order's the day's first and its last
 * @param count how many they are
 * @param amount what went back, in the base currency
 */
record LooseRefunds(DayTimes times, long count, BigDecimal amount) {

  static final LooseRefunds NONE = new LooseRefunds(DayTimes.NONE, 0, BigDecimal.ZERO);

  LooseRefunds {
    amount = Amounts.plain(amount);
  }

  static LooseRefunds of(RefundDay refunds) {
    DayTimes first = DayTimes.of(PurchaseDay.nanos(refunds.firstAt()));
    DayTimes last = DayTimes.of(PurchaseDay.nanos(refunds.lastAt()));
    return new LooseRefunds(first.plus(last), refunds.count(), refunds.pending());
  }

  static LooseRefunds unpack(Unpacker unpacker) {
    return new LooseRefunds(DayTimes.unpack(unpacker), unpacker.number(), Amounts.unpack(unpacker));
  }

  void pack(Packer packer) {
    times.pack(packer);
    packer.number(count);
    Amounts.pack(packer, amount);
  }

  LooseRefunds plus(LooseRefunds other) {
    return new LooseRefunds(times.plus(other.times), count + other.count, amount.add(other.amount));
  }

  LooseRefunds minus(LooseRefunds other) {
    return new LooseRefunds(
        times.minus(other.times), count - other.count, amount.subtract(other.amount));
  }

  LooseRefunds onlyCounted() {
    return new LooseRefunds(times.onlyCounted(), count, amount);
  }
}
