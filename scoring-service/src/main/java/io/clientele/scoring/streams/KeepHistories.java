package io.clientele.scoring.streams;

import io.clientele.contract.HistoryRecord;
import io.clientele.scoring.rfm.LiveBases;
import io.clientele.scoring.rfm.PartitionBase;
import java.time.Instant;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Stores the newest history of each customer and keeps the partition's share of the live base in
 * step. A repeated record replaces itself.
 */
final class KeepHistories implements Processor<String, Object, Void, Void> {

  private final LiveBases bases;
  private ProcessorContext<Void, Void> context;
  private KeyValueStore<String, HistoryRecord> histories;
  private PartitionBase base;

  KeepHistories(LiveBases bases) {
    this.bases = bases;
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    this.context = context;
    histories = context.getStateStore(ScoringTopology.HISTORIES);
    base = bases.create();
    try (KeyValueIterator<String, HistoryRecord> stored = histories.all()) {
      while (stored.hasNext()) {
        KeyValue<String, HistoryRecord> customer = stored.next();
        base.replace(customer.key, null, customer.value, now());
      }
    }
    bases.register(context.taskId().partition(), base);
  }

  @Override
  public void process(Record<String, Object> record) {
    HistoryRecord after = (HistoryRecord) record.value();
    // The base first: whoever is found in the store is then in the base, too.
    base.replace(record.key(), histories.get(record.key()), after, now());
    histories.put(record.key(), after);
  }

  @Override
  public void close() {
    if (base != null) {
      bases.deregister(context.taskId().partition(), base);
    }
  }

  /** The wall clock, not the record's time: the live base is a view as of now and never written. */
  private Instant now() {
    return Instant.ofEpochMilli(context.currentSystemTimeMs());
  }
}
