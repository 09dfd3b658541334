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
 * day they came in, so that a look-up is a point read a day and never a scan; they are forgotten a
 * segment of several days at a time, as the store divides its retention.
 */
final class Deduplicate implements Processor<String, ReceivedEvent, String, ReceivedEvent> {

  static final Duration DAY = Duration.ofDays(1);

  /** Design: a retry within 7 days changes nothing. */
  static final int REMEMBERED_DAYS = 7;

  /** A day more than is remembered, since an id stands under its day's first moment. */
  private static final Duration RETENTION = DAY.multipliedBy(REMEMBERED_DAYS + 1);

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
    long today = dayOf(record.timestamp());
    if (isRemembered(id, today)) {
      return;
    }
    remembered.put(id, SEEN, today);
    context.forward(record);
  }

  /** Looks a day ahead too: instances' clocks may disagree about midnight. */
  private boolean isRemembered(byte[] id, long today) {
    for (int daysAgo = -1; daysAgo <= REMEMBERED_DAYS; daysAgo++) {
      if (remembered.fetch(id, today - daysAgo * DAY.toMillis()) != null) {
        return true;
      }
    }
    return false;
  }

  private static long dayOf(long timestamp) {
    return timestamp - Math.floorMod(timestamp, DAY.toMillis());
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
                      IngestTopology.REMEMBERED_IDS, RETENTION, DAY, false),
                  Serdes.ByteArray(),
                  Serdes.ByteArray())
              .withCachingDisabled());
    }
  }
}
