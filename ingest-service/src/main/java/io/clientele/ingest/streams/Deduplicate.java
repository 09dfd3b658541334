package io.clientele.ingest.streams;

import io.clientele.ingest.ReceivedEvent;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;

/**
 * Lets each (source, messageId) through once in seven days of receipt. Ids are remembered under the
 * week they came in, so that a look-up is two point reads and never a scan; they are forgotten a
 * segment of several days at a time, as the store divides its retention.
 */
final class Deduplicate implements Processor<String, ReceivedEvent, String, ReceivedEvent> {

  /** Design: a retry within 7 days changes nothing; so it came in this week or the last. */
  private static final Duration WEEK = Duration.ofDays(7);

  /** Two weeks, since an id stands under its week's first moment, and a day for the clocks. */
  private static final Duration RETENTION = WEEK.multipliedBy(2).plusDays(1);

  /** By how much instances' clocks may disagree about when a week ends. */
  private static final Duration CLOCKS = Duration.ofHours(1);

  private static final byte[] SEEN = {1};

  private ProcessorContext<String, ReceivedEvent> context;
  private WindowStore<byte[], byte[]> remembered;

  @Override
  public void init(ProcessorContext<String, ReceivedEvent> context) {
    this.context = context;
    this.remembered = context.getStateStore(IngestTopology.REMEMBERED_IDS);
  }

  @Override
  public void process(Record<String, ReceivedEvent> record) {
    if (record.value() == null) {
      // The topic is a log, not a table: there is nothing that a tombstone could take back.
      return;
    }
    byte[] id = HexFormat.of().parseHex(record.value().eventId());
    if (isRemembered(id, record.timestamp())) {
      return;
    }
    remembered.put(id, SEEN, weekOf(record.timestamp()));
    context.forward(record);
  }

  private boolean isRemembered(byte[] id, long timestamp) {
    long week = weekOf(timestamp);
    long next = weekOf(timestamp + CLOCKS.toMillis());
    return remembered.fetch(id, week) != null
        || remembered.fetch(id, week - WEEK.toMillis()) != null
        || (next != week && remembered.fetch(id, next) != null);
  }

  private static long weekOf(long timestamp) {
    return timestamp - Math.floorMod(timestamp, WEEK.toMillis());
  }

  /** Makes one a task, with its store. */
  static final class Supplier
      implements ProcessorSupplier<String, ReceivedEvent, String, ReceivedEvent> {

    @Override
    public Processor<String, ReceivedEvent, String, ReceivedEvent> get() {
      return new Deduplicate();
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return Set.of(
          Stores.windowStoreBuilder(
                  Stores.persistentWindowStore(
                      IngestTopology.REMEMBERED_IDS, RETENTION, WEEK, false),
                  Serdes.ByteArray(),
                  Serdes.ByteArray())
              .withCachingDisabled());
    }
  }
}
