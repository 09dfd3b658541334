package io.clientele.bench.load;

import io.clientele.bench.report.Machine;

/**
 * What {@code bench load} has measured; what {@code load.json} holds.
 *
 * @param heap of the service, as {@code -Xmx} takes it
 * @param secondsToAnswered until ingest had answered the last batch
 * @param secondsToWritten until all was in {@code customer-events}
 * @param eventsPerSecond to there
 * @param loaderPeakResidentBytes of the command itself
 * @param idsSent the sum of the ids in the file
 * @param idsWritten the sum of the ids in {@code customer-events}
 */
public record LoadReport(
    String date,
    String commit,
    Machine machine,
    String heap,
    long bytes,
    long events,
    double secondsToAnswered,
    double secondsToWritten,
    double eventsPerSecond,
    double megabytesPerSecond,
    long peakResidentBytes,
    long peakHeapBytes,
    long loaderPeakResidentBytes,
    int exitCode,
    long eventsWritten,
    String idsSent,
    String idsWritten) {

  /** Whether every event of the file was written once and nothing else was. */
  public boolean isSound() {
    return exitCode == 0 && events == eventsWritten && idsSent.equals(idsWritten);
  }
}
