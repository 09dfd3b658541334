package io.clientele.bench.recommend;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param sizes numbers of sessions in the index
 * @param fitSessions in the index when the ranker learns
 * @param eventsPerSecond written beside every load
 * @param warmUp of each ranker
 * @param rounds of each load
 * @param round its length
 * @param searchRound the length of a round of the search for the highest rate
 * @param probing how long changed suggestions are looked for
 */
public record Settings(
    List<Integer> sizes,
    int fitSessions,
    int eventsPerSecond,
    Duration warmUp,
    int rounds,
    Duration round,
    Duration searchRound,
    Duration probing) {

  /** Enough for the ranker to learn, and soon there. */
  private static final int FIT_SESSIONS = 100_000;

  private static final int EVENTS_PER_SECOND = 1_000;

  public Settings {
    sizes = sizes.stream().sorted().toList();
    if (sizes.isEmpty() || sizes.get(0) < 1) {
      throw new IllegalArgumentException("no sessions, nothing to measure: " + sizes);
    }
  }

  /** What the issue asks for. */
  public static Settings whole(List<Integer> sizes) {
    return new Settings(
        sizes,
        FIT_SESSIONS,
        EVENTS_PER_SECOND,
        Duration.ofSeconds(20),
        3,
        Duration.ofSeconds(30),
        Duration.ofSeconds(20),
        Duration.ofSeconds(60));
  }

  /** To see whether it works; no figures. */
  public static Settings quick(List<Integer> sizes) {
    return new Settings(
        sizes,
        sizes.stream().min(Integer::compare).orElseThrow(),
        EVENTS_PER_SECOND,
        Duration.ofSeconds(5),
        2,
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10));
  }

  int largest() {
    return sizes.get(sizes.size() - 1);
  }
}
