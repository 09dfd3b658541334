package io.clientele.profile.preference;

/**
 * A sum of weights that halve with time.
 *
 * @param sum of weights, as large as they would be {@code landmark} half-lives after 1970
 * @param landmark whole half-lives since 1970, of the newest contact
 * @param contacts how many are in the sum, which tells nothing from nearly nothing
 */
record Decayed(double sum, int landmark, long contacts) {

  /** One contact. */
  static Decayed of(double weight, HalfLives time) {
    return new Decayed(weight * time.growth(), time.whole(), 1);
  }

  Decayed plus(Decayed other) {
    int newer = Math.max(landmark, other.landmark);
    return new Decayed(
        sumAt(newer) + other.sumAt(newer), newer, Math.addExact(contacts, other.contacts));
  }

  /** Without what was put into it before; null if nothing is left. */
  Decayed minus(Decayed other) {
    int newer = Math.max(landmark, other.landmark);
    return contacts <= other.contacts
        ? null
        : new Decayed(
            Math.max(0, sumAt(newer) - other.sumAt(newer)), newer, contacts - other.contacts);
  }

  /**
   * What it comes to; of contacts that are dated later than this, at most four times their weight,
   * so that a wrong date cannot outweigh everything.
   */
  double at(HalfLives time) {
    int later = Math.min(1, landmark - time.whole());
    return Math.scalb(sum, later) / time.growth();
  }

  private double sumAt(int newer) {
    return Math.scalb(sum, landmark - newer);
  }
}
