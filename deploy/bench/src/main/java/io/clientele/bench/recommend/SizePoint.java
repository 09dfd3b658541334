package io.clientele.bench.recommend;

import java.util.Map;

/**
 * What was measured with so many sessions in the index.
 *
 * @param memory that the service was given
 * @param index after it was read
 * @param indexAfterLoad after all loads: the sessions that came meanwhile, the rows that were asked
 *     for
 * @param eventsOnly what the service does beside events and hardly any request
 * @param loads by name
 * @param highestRates by ranker
 * @param rejected records that the service could not take
 */
record SizePoint(
    Written written,
    Memory memory,
    double rebuildSeconds,
    Index index,
    Index indexAfterLoad,
    Lists lists,
    Freshness freshness,
    LoadRound eventsOnly,
    Map<String, LoadFigures> loads,
    Map<Ranker, HighestRate> highestRates,
    long rejected) {

  /**
   * What the service remembers.
   *
   * @param sessions by its own count
   * @param estimatedBytes by its own estimate, without rows
   * @param liveBytes that a full collection leaves, less what it leaves of a service that remembers
   *     nothing
   */
  record Index(long sessions, long items, long estimatedBytes, long liveBytes) {

    double bytesPerSession() {
      return (double) liveBytes / sessions;
    }
  }

  /** Whether all that was written was there, all that was asked was answered. */
  boolean isSound() {
    return index.sessions == written.sessions()
        && rejected == 0
        && lists.shorter() == 0
        && freshness.lost() == 0
        && loads.values().stream().allMatch(load -> load.errors() == 0);
  }
}
