package io.clientele.profile.purchase;

import io.clientele.profile.fold.Packer;
import io.clientele.profile.fold.Unpacker;
import java.math.BigDecimal;

/** How a purchase day is packed: a day with one order of 29.95 takes ten bytes. */
final class PurchaseDayFormat {

  private static final int ORDERS = 1;
  private static final int REFUNDS = 1 << 1;
  private static final int DISCOUNT = 1 << 2;
  private static final int COUPONS = 1 << 3;
  private static final int UNKNOWN_LINES = 1 << 4;
  private static final int LOOSE = 1 << 5;

  private PurchaseDayFormat() {}

  /**
   * Writes one of a sequence of days.
   *
   * @param last the day before it in the sequence, or 0
   */
  static void pack(Packer packer, PurchaseDay day, int last) {
    boolean refunds = day.refunded().signum() != 0 || day.earned().compareTo(day.net()) != 0;
    int has =
        (day.orders().count() == 0 ? 0 : ORDERS)
            | (refunds ? REFUNDS : 0)
            | (day.discount().signum() == 0 ? 0 : DISCOUNT)
            | (day.coupons() == 0 ? 0 : COUPONS)
            | (day.unknownLines() == 0 ? 0 : UNKNOWN_LINES)
            | (day.loose().equals(LooseRefunds.NONE) ? 0 : LOOSE);
    packer.signed((long) day.day() - last).number(has);
    if ((has & ORDERS) != 0) {
      day.orders().pack(packer);
      Amounts.pack(packer, day.net());
    }
    if ((has & REFUNDS) != 0) {
      Amounts.pack(packer, day.earned());
      Amounts.pack(packer, day.refunded());
    }
    if ((has & DISCOUNT) != 0) {
      Amounts.pack(packer, day.discount());
    }
    if ((has & COUPONS) != 0) {
      packer.number(day.coupons());
    }
    if ((has & UNKNOWN_LINES) != 0) {
      packer.number(day.unknownLines());
    }
    if ((has & LOOSE) != 0) {
      day.loose().pack(packer);
    }
  }

  /** Reads what {@link #pack} wrote, after the same day. */
  static PurchaseDay unpack(Unpacker unpacker, int last) {
    int day = (int) (last + unpacker.signed());
    int has = unpacker.integer();
    boolean orders = (has & ORDERS) != 0;
    DayTimes times = orders ? DayTimes.unpack(unpacker) : DayTimes.NONE;
    BigDecimal net = orders ? Amounts.unpack(unpacker) : BigDecimal.ZERO;
    boolean refunds = (has & REFUNDS) != 0;
    BigDecimal earned = refunds ? Amounts.unpack(unpacker) : net;
    BigDecimal refunded = refunds ? Amounts.unpack(unpacker) : BigDecimal.ZERO;
    BigDecimal discount = (has & DISCOUNT) == 0 ? BigDecimal.ZERO : Amounts.unpack(unpacker);
    long coupons = (has & COUPONS) == 0 ? 0 : unpacker.number();
    long unknownLines = (has & UNKNOWN_LINES) == 0 ? 0 : unpacker.number();
    LooseRefunds loose = (has & LOOSE) == 0 ? LooseRefunds.NONE : LooseRefunds.unpack(unpacker);
    return new PurchaseDay(
        day, times, coupons, net, earned, discount, refunded, unknownLines, loose);
  }
}
