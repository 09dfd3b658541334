package io.clientele.bench.recommend;

import io.clientele.bench.events.SessionItems;
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

  /** recommendation-service/README.md, "Figures": one-session shoppers. */
  private static final long SESSION_BYTES = 245;

  private static final long ITEM_BYTES = 200;
  private static final double HEADROOM = 1.25;

  /** Rows of neighbours come on top of the budget, half as many bytes again. */
  private static final double ROWS = 1.5;

  /** What a collector needs that is not to run all the time. */
  private static final double COLLECTOR = 1.6;

  private static final long REST_MEBIBYTES = 384;

  private static final long FIT_MEBIBYTES = 1_024;

  static Memory of(long sessions) {
    long items = Math.min(SessionItems.ITEMS, sessions);
    long index = (long) (HEADROOM * (SESSION_BYTES * sessions + ITEM_BYTES * items));
    return new Memory(index, REST_MEBIBYTES + ((long) (index * ROWS * COLLECTOR) >> 20));
  }

  /** The same for an instance that lets the ranker learn, which remembers all of it twice. */
  static Memory ofFit(long sessions) {
    Memory serving = of(sessions);
    return new Memory(serving.indexBytes, 2 * serving.heapMebibytes + FIT_MEBIBYTES);
  }

  /** With C2, which nothing need ask for. */
  List<String> jvmOptions() {
    return List.of("-Xmx" + heapMebibytes + "m", "-XX:+UseG1GC");
  }

  Map<String, String> environment() {
    return Map.of("CLIENTELE_RECOMMENDATION_INDEX_BYTES", Long.toString(indexBytes));
  }
}
