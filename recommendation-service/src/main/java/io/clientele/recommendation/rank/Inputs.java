package io.clientele.recommendation.rank;

import java.util.Arrays;

/** What the {@link Linear} ranker adds up, made from a candidate's {@link Feature features}. */
public final class Inputs {

  /** Below this share a signal says as good as nothing (models.md). */
  private static final double LEAST_SHARE = 1e-4;

  private static final Feature[] SHARES =
      Arrays.stream(Feature.values())
          .filter(feature -> feature.kind() == Feature.Kind.SHARE || feature == Feature.BLEND)
          .toArray(Feature[]::new);

  private static final Feature[] AS_THEY_ARE = {
    Feature.POPULARITY_RECENT,
    Feature.TREND,
    Feature.AGE_OLDEST,
    Feature.END_RATE,
    Feature.REPEAT_RATE,
    Feature.CART_RATE,
    Feature.BUY_RATE,
    Feature.AFTER_NEWEST
  };

  /** Where the candidate was touched: the newest item, the one before, the one before, earlier. */
  private static final int DISTANCES = 4;

  /** How many there are. */
  public static final int COUNT = SHARES.length + AS_THEY_ARE.length + DISTANCES;

  /** Greatest lengths of sessions that have weights of their own; longer ones have the last. */
  private static final int[] BUCKETS = {1, 2, 3, 5, 9};

  /** How many buckets there are. */
  public static final int BUCKET_COUNT = BUCKETS.length + 1;

  private Inputs() {}

  /** Of one candidate. */
  public static void write(FeatureMatrix rows, int row, float[] into) {
    int at = 0;
    for (Feature share : SHARES) {
      into[at++] = (float) Math.log(rows.get(row, share.column()) + LEAST_SHARE);
    }
    for (Feature feature : AS_THEY_ARE) {
      into[at++] = rows.get(row, feature.column());
    }
    float distance = rows.get(row, Feature.DISTANCE.column());
    for (int steps = 0; steps < DISTANCES; steps++) {
      boolean isLast = steps == DISTANCES - 1;
      into[at++] = distance == steps || (isLast && distance > steps) ? 1 : 0;
    }
  }

  /** By the length of the session. */
  public static int bucket(FeatureMatrix rows) {
    float length = rows.get(0, Feature.LENGTH.column());
    int bucket = 0;
    while (bucket < BUCKETS.length && length > BUCKETS[bucket]) {
      bucket++;
    }
    return bucket;
  }
}
