package io.clientele.bench.recommend;

import java.util.List;
import java.util.Map;

/**
 * What the service may take, so that so many sessions fit and not many more: those that come while
 * it is measured make the oldest leave, and the size stays what it is.
 *
 * @param indexBytes its budget for what it remembers
 * @param heapMebibytes its {@code -Xmx}
 */
record Memory(long indexBytes, long heapMebibytes) {

  /** By the service's own estimate, of a million sessions (results: 302). */
  private static final long SESSION_BYTES = 320;

  private static final long ITEM_BYTES = 200;
  private static final double HEADROOM = 1.1;
  private static final double MORE = 1.5;

  /** Rows of neighbours come on top of the budget, half as many bytes again. */
  private static final double ROWS = 1.5;

  /** What a collector needs that is not to run all the time. */
  private static final double COLLECTOR = 1.6;

  private static final long REST_MEBIBYTES = 384;

  private static final long FIT_MEBIBYTES = 1_024;

  /** For nothing at all. */
  static final Memory LEAST = of(1 << 20);

  static Memory of(Written written) {
    return of(
        (long) (HEADROOM * (SESSION_BYTES * written.sessions() + ITEM_BYTES * written.items())));
  }

  private static Memory of(long index) {
    return new Memory(index, REST_MEBIBYTES + ((long) (index * ROWS * COLLECTOR) >> 20));
  }

  /** The same for an instance that lets the ranker learn, which remembers all of it twice. */
  Memory withFit() {
    return new Memory(indexBytes, 2 * heapMebibytes + FIT_MEBIBYTES);
  }

  /** The same for sessions that turned out to take more. */
  Memory larger() {
    return of((long) (indexBytes * MORE));
  }

  /** As the service's README says; and with C2, which nothing need ask for. */
  List<String> jvmOptions() {
    return List.of(
        "-Xmx" + heapMebibytes + "m",
        "-XX:+UseG1GC",
        "-XX:InitiatingHeapOccupancyPercent=70",
        "-XX:-G1UseAdaptiveIHOP");
  }

  /** Besides, the ranker learns only when it is told to. */
  Map<String, String> environment() {
    return Map.of(
        "CLIENTELE_RECOMMENDATION_INDEX_BYTES",
        Long.toString(indexBytes),
        "CLIENTELE_RECOMMENDATION_FIT_EVERY",
        "PT0S");
  }
}
