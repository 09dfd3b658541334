package io.clientele.profile.purchase;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.clientele.contract.PurchaseHistory;
import io.clientele.profile.fold.Windows;
import java.time.Instant;
import java.util.List;

/**
 * What all orders of a customer add up to, and what the profile shows of it. It is kept by changes:
 * an order that is told anew is taken out as it was and put in as it is, so that the orders
 * themselves need not be read again. Whatever the sequence of changes, it equals the sum over the
 * orders as they are in the end, within the bounds of {@link PurchaseDays}.
 *
 * <p>It is unpacked when somebody looks into it, and written as it was read where no order changed:
 * most events change none. Immutable for all who use it.
 */
public final class PurchaseLedger {

  /** Of a customer without orders. */
  public static final PurchaseLedger ZERO = new PurchaseLedger(PurchaseDays.NONE);

  /** Null until it is asked for, if the days are there; written twice it is the same. */
  private byte[] packed;

  /** Null until they are asked for, if the packed form is there; read twice they are the same. */
  private PurchaseDays days;

  private PurchaseLedger(PurchaseDays days) {
    this.days = days;
  }

  private PurchaseLedger(byte[] packed) {
    this.packed = packed;
  }

  @JsonCreator
  static PurchaseLedger unpack(byte[] packed) {
    return packed == null || packed.length == 0 ? ZERO : new PurchaseLedger(packed);
  }

  @JsonValue
  byte[] pack() {
    if (packed == null) {
      packed = days.pack();
    }
    return packed;
  }

  /**
   * With one order as it is now told.
   *
   * @param before as it was added before, or null
   * @param after as it is now, or null where nobody tells of it any more
   */
  public PurchaseLedger change(Order before, Order after) {
    PurchaseDays was = PurchaseDays.of(before);
    PurchaseDays is = PurchaseDays.of(after);
    return was.equals(is) ? this : new PurchaseLedger(days().minus(was).plus(is));
  }

  /** The sum of both, whose orders must be different ones. */
  public PurchaseLedger merge(PurchaseLedger other) {
    return new PurchaseLedger(days().plus(other.days()));
  }

  /** What a profile shows. */
  public PurchaseView at(Instant time, String currency) {
    return PurchaseSums.view(days().days(), Windows.day(time), currency);
  }

  /** What a purchase history shows: its revenues add up to the net revenue; oldest first. */
  public List<PurchaseHistory.Day> history() {
    return days().days().stream().filter(PurchaseDay::isShown).map(PurchaseDay::shown).toList();
  }

  private PurchaseDays days() {
    if (days == null) {
      days = PurchaseDays.unpack(packed);
    }
    return days;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof PurchaseLedger ledger && days().equals(ledger.days()));
  }

  @Override
  public int hashCode() {
    return days().hashCode();
  }

  @Override
  public String toString() {
    return days().toString();
  }
}
