package io.clientele.bench.events;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What visitors of a made-up shop look at: each visit has a topic and leaves it now and then,
 * popular topics have more visits, popular items more looks (Zipf), some items are looked at again.
 */
public final class SessionItems {

  /** Different items of the shop. */
  public static final int ITEMS = 100_000;

  private static final int TOPICS = 2_000;
  private static final int ITEMS_A_TOPIC = ITEMS / TOPICS;
  private static final double[] TOPIC_SHARES = zipf(TOPICS);
  private static final double[] ITEM_SHARES = zipf(ITEMS_A_TOPIC);

  /** That of YooChoose 1/64, of visits with two clicks and more. */
  private static final double MEAN_LENGTH = 4.2;

  private static final double REPEATS = 0.15;

  /** So that what is seen with a popular item comes from all over the shop, as in real ones. */
  private static final double ELSEWHERE = 0.2;

  private final SplittableRandom random;

  public SessionItems(SplittableRandom random) {
    this.random = random;
  }

  /** The items of a visit, the oldest first, those looked at again more than once; at least one. */
  public int[] next() {
    int length = 1 + (int) (Math.log(1 - random.nextDouble()) / Math.log(1 - 1 / MEAN_LENGTH));
    int topic = drawn(TOPIC_SHARES);
    int[] items = new int[length];
    for (int step = 0; step < length; step++) {
      items[step] =
          step > 0 && random.nextDouble() < REPEATS
              ? items[random.nextInt(step)]
              : another(items, step, topic);
    }
    return items;
  }

  private int another(int[] items, int step, int topic) {
    while (true) {
      int from = random.nextDouble() < ELSEWHERE ? drawn(TOPIC_SHARES) : topic;
      int item = from * ITEMS_A_TOPIC + drawn(ITEM_SHARES);
      if (Arrays.stream(items, 0, step).noneMatch(earlier -> earlier == item)) {
        return item;
      }
    }
  }

  private int drawn(double[] shares) {
    int found = Arrays.binarySearch(shares, random.nextDouble());
    return Math.min(shares.length - 1, found < 0 ? -found - 1 : found);
  }

  /** The shop's id of an item. */
  public static String id(int item) {
    return "item-" + item;
  }

  /** The category that an item is in. */
  static String category(int item) {
    return "topic-" + topic(item);
  }

  static int topic(int item) {
    return item / ITEMS_A_TOPIC;
  }

  /** Of each rank the share that it and all above it have together, the first of 1/rank each. */
  private static double[] zipf(int ranks) {
    double[] shares = new double[ranks];
    double sum = 0;
    for (int rank = 0; rank < ranks; rank++) {
      sum += 1.0 / (rank + 1);
      shares[rank] = sum;
    }
    for (int rank = 0; rank < ranks; rank++) {
      shares[rank] /= sum;
    }
    return shares;
  }
}
