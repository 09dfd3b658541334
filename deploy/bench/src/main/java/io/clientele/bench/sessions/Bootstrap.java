package io.clientele.bench.sessions;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Means over queries with percentile intervals from resampled sessions: queries of one session go
 * together (Efron and Tibshirani 1993, chapters 8 and 13). Every estimate is made from the same
 * resamples, so the mean of differences between two rows is a paired one.
 */
final class Bootstrap {

  private static final double TAIL = .025;

  private final int[] sessions;
  private final int count;
  private final byte[][] drawn;

  /**
   * Draws the resamples.
   *
   * @param sessions of each query, numbered from 0 on; a number without queries counts for nothing
   */
  Bootstrap(int[] sessions, int resamples, long seed) {
    this.sessions = sessions.clone();
    this.count = Arrays.stream(sessions).max().orElseThrow() + 1;
    int[] present = Arrays.stream(sessions).distinct().toArray();
    this.drawn = new byte[resamples][count];
    SplittableRandom random = new SplittableRandom(seed);
    for (byte[] times : drawn) {
      for (int draw = 0; draw < present.length; draw++) {
        times[present[random.nextInt(present.length)]]++; // 127 of one are as good as impossible
      }
    }
  }

  /** The mean of a value of each query. */
  Estimate mean(double[] values) {
    double[] sums = new double[count];
    double[] queries = new double[count];
    for (int query = 0; query < values.length; query++) {
      sums[sessions[query]] += values[query];
      queries[sessions[query]]++;
    }
    double[] means = new double[drawn.length];
    for (int resample = 0; resample < means.length; resample++) {
      means[resample] = weighted(sums, drawn[resample]) / weighted(queries, drawn[resample]);
    }
    Arrays.sort(means);
    int low = (int) (TAIL * means.length);
    double width = means[means.length - 1 - low] - means[low];
    return new Estimate(Arrays.stream(values).average().orElseThrow(), width / 2);
  }

  private static double weighted(double[] amounts, byte[] times) {
    double sum = 0;
    for (int session = 0; session < amounts.length; session++) {
      sum += amounts[session] * times[session];
    }
    return sum;
  }
}
