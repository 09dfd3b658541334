package io.clientele.bench.profile;

/**
 * A backlog that a reader has worked off.
 *
 * @param backlog records that it found
 * @param events of them those between the first and the last look that count
 * @param seconds between these looks
 * @param cpuMicrosPerEvent processor time of the reader's process, all threads
 */
public record Drained(long backlog, long events, double seconds, double cpuMicrosPerEvent) {

  public double eventsPerSecond() {
    return events / seconds;
  }
}
