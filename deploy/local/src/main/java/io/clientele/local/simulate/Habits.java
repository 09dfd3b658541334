package io.clientele.local.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hipparchus.distribution.RealDistribution;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.GammaDistribution;

/**
 * How one customer buys, as MBG/NBD and Gamma-Gamma see it: at random moments at a steady rate,
 * with the same chance after every order, the first included, that it was the last.
 *
 * @param ordersPerWeek the rate while the customer stays
 * @param dropOut the chance that an order is the last, 0 to 1
 * @param spendRate the rate of the gamma distribution that order values come from
 * @param taste the category the customer looks at most, an index
 */
record Habits(double ordersPerWeek, double dropOut, double spendRate, int taste) {

  // Fitted on CDNOW's 1/10 sample, weeks and dollars: MBG/NBD (Batislam, Denizel, Filiztekin 2007)
  // and Gamma-Gamma (Fader, Hardie 2013). Our shop's baskets are worth four times a music shop's,
  // so that some of its few customers are worth an alert: the rate parameter is 4 · 15.44.
  private static final RealDistribution RATES = new GammaDistribution(.5248, 1 / 6.1831);
  private static final RealDistribution DROP_OUTS = new BetaDistribution(.8914, 1.6140);
  private static final RealDistribution SPEND_RATES = new GammaDistribution(3.74, 1 / 61.76);
  private static final double SPEND_SHAPE = 6.25;

  /** Somebody new. */
  static Habits drawn(Random random, int categories) {
    return new Habits(
        draw(RATES, random),
        draw(DROP_OUTS, random),
        draw(SPEND_RATES, random),
        random.nextInt(categories));
  }

  /**
   * When the customer orders, in weeks after the first order, which is at 0 and comes first.
   *
   * @param weeks until when we look
   */
  List<Double> orders(Random random, double weeks) {
    List<Double> orders = new ArrayList<>();
    double time = 0;
    while (time <= weeks) {
      orders.add(time);
      if (isLast(random)) {
        return orders;
      }
      time += -Math.log1p(-random.nextDouble()) / ordersPerWeek;
    }
    return orders;
  }

  /** Whether the order just made was the last. */
  boolean isLast(Random random) {
    return random.nextDouble() < dropOut;
  }

  /** The value of an order. */
  double spend(Random random) {
    return draw(new GammaDistribution(SPEND_SHAPE, 1 / spendRate), random);
  }

  private static double draw(RealDistribution distribution, Random random) {
    // 0 and 1 have no image in some of them.
    double probability = Math.min(Math.max(random.nextDouble(), 1e-9), 1 - 1e-9);
    return distribution.inverseCumulativeProbability(probability);
  }
}
