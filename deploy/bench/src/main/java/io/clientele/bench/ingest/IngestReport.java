package io.clientele.bench.ingest;

import io.clientele.bench.http.HttpRound;
import io.clientele.bench.kafka.KafkaRound;
import io.clientele.bench.report.Machine;
import io.clientele.bench.report.Sides;
import io.clientele.bench.report.Spread;
import java.util.List;

/**
 * Everything that {@code bench ingest} has measured, raw rounds included; what {@code ingest.json}
 * holds.
 *
 * @param batchRatio batches against ProducerPerformance while the topology runs
 * @param batchRatioAlone the same while it is paused
 * @param singleRatio single calls against the bare handler while the topology runs
 * @param singleRatioAlone the same while it is paused
 * @param singleP99Millis of single calls while the topology runs
 * @param producerAsIngest ProducerPerformance with ingest's own producer settings, events/s
 * @param topologyEventsPerSecond into {@code customer-events}, from a backlog
 * @param bytesPerRememberedId on disk
 * @param peakResidentBytes of the service's process while the topology runs
 * @param peakHeapBytes the fullest that a collection found its heap then
 * @param eventsTaken by answers, plus the backlog
 * @param eventsWritten what stands in {@code customer-events} in the end
 * @param errors answers other than 2xx and broken connections, of all rounds
 */
public record IngestReport(
    String date,
    String commit,
    Machine machine,
    Settings settings,
    double bytesPerEvent,
    double batchRatio,
    double batchRatioAlone,
    double singleRatio,
    double singleRatioAlone,
    double singleP99Millis,
    Spread producerAsIngest,
    double topologyEventsPerSecond,
    double bytesPerRememberedId,
    long peakResidentBytes,
    long peakHeapBytes,
    long eventsTaken,
    long eventsWritten,
    long errors,
    Comparison<KafkaRound> batchAlone,
    Comparison<HttpRound> singleAlone,
    Comparison<KafkaRound> batchRunning,
    Comparison<HttpRound> singleRunning) {

  /** Rounds against one other side, and the ratio of what each got done a second. */
  public record Comparison<T>(Spread ratio, List<Sides<ServiceRound, T>> rounds) {}

  /** Whether all that was answered with 200 arrived once, and nothing else happened. */
  public boolean isSound() {
    return errors == 0 && eventsTaken == eventsWritten;
  }
}
