package io.clientele.scoring.streams;

import io.clientele.contract.HistoryRecord;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.Topics;
import io.clientele.runtime.streams.ParseRecords;
import io.clientele.runtime.streams.Quarantine;
import io.clientele.runtime.streams.RejectedEventsSink;
import io.clientele.runtime.streams.Streams;
import io.clientele.scoring.rfm.LiveBases;
import java.util.Optional;
import org.apache.kafka.streams.Topology;

/** Keeps every customer's purchase history where reads find it. */
public final class ScoringTopology {

  /** Customer id → {@link HistoryRecord}. */
  public static final String HISTORIES = "purchase-histories";

  private static final String READ = "read-purchase-histories";
  private static final String PARSE = "parse-purchase-histories";
  private static final String KEEP = "keep-histories";

  private ScoringTopology() {}

  /**
   * The topology.
   *
   * @param bases told of every history, so that the live base need not be read from the store
   */
  public static Topology of(LiveBases bases, Quarantine quarantine) {
    RecordFormat<HistoryRecord> format = RecordFormat.of(HistoryRecord.class);
    Topology topology = new Topology();
    Streams.addSource(topology, READ, Topics.PURCHASE_HISTORIES);
    topology
        .addProcessor(
            PARSE, ParseRecords.supplier(format, ScoringTopology::keyFault, quarantine, KEEP), READ)
        .addProcessor(KEEP, () -> new KeepHistories(bases), PARSE)
        .addStateStore(Streams.store(HISTORIES, format.serde()), KEEP);
    RejectedEventsSink.addTo(topology, PARSE);
    return topology;
  }

  private static Optional<String> keyFault(String key, HistoryRecord history) {
    return history.customerId().equals(key)
        ? Optional.empty()
        : Optional.of("the key is not the history's customerId");
  }
}
