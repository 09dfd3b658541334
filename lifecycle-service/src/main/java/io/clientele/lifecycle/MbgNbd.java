package io.clientele.lifecycle;

/**
 * The MBG/NBD model of how customers buy and drop out: Batislam, Denizel and Filiztekin 2007, a
 * BG/NBD (Fader, Hardie, Lee 2005) in which the first purchase can also be the last. Time is in
 * weeks.
 *
 * @param r shape of the purchase rates over customers
 * @param alpha their scale, in weeks
 * @param a first parameter of the drop-out probabilities over customers
 * @param b second parameter
 */
public record MbgNbd(double r, double alpha, double a, double b) {

  /** Fitted on the 1/10 sample of CDNOW: the prior where a shop has no fit of its own. */
  public static final MbgNbd CDNOW = new MbgNbd(.5248, 6.1831, .8914, 1.6140);

  public MbgNbd {
    if (!(r > 0 && alpha > 0 && a > 0 && b > 0) || Double.isInfinite(r + alpha + a + b)) {
      throw new IllegalArgumentException(
          "MBG/NBD parameters must be positive and finite, not %s, %s, %s, %s"
              .formatted(r, alpha, a, b));
    }
  }

  /**
   * The probability that a customer has not dropped out.
   *
   * @param repeats purchase days after the first
   * @param last age at the last purchase, in weeks
   * @param age age now, at least {@code last}
   */
  public double alive(int repeats, double last, double age) {
    // The power overflows to infinity for customers long gone, which is the right limit: 0.
    double silence = Math.exp((r + repeats) * Math.log((alpha + age) / (alpha + last)));
    return 1 / (1 + a / (b + repeats) * silence);
  }

  /**
   * The probability of at least one purchase within the next weeks; falls strictly with age while
   * nothing happens, since both factors do.
   */
  public double buysWithin(double horizonWeeks, int repeats, double last, double age) {
    double rate = Math.log1p(-horizonWeeks / (alpha + age + horizonWeeks));
    return alive(repeats, last, age) * -Math.expm1((r + repeats) * rate);
  }
}
