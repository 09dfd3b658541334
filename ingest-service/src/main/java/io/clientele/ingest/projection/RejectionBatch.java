package io.clientele.ingest.projection;

import io.clientele.contract.MalformedRecordException;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.quarantine.RejectionProjection;
import io.clientele.runtime.streams.Quarantine;
import io.clientele.runtime.streams.RecordPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Puts a batch of records into the store. One that is no rejection, or that the store can never
 * keep, is kept as a rejection itself, under the place where it stands: it needs no record of its
 * own, since it is read again with every rebuild.
 */
public final class RejectionBatch {

  private static final RecordFormat<RejectedEvent> FORMAT = RecordFormat.of(RejectedEvent.class);

  private final RejectionProjection projection;
  private final Quarantine quarantine;
  private final Consumer<RejectedEvent> observer;

  /**
   * A way into the store.
   *
   * @param service who refuses what cannot be read
   * @param observer sees what is refused here once it is stored, to count it
   */
  public RejectionBatch(
      RejectionProjection projection, String service, Consumer<RejectedEvent> observer) {
    this.projection = projection;
    // Nothing counts here: a batch that fails is stored again.
    this.quarantine = new Quarantine(service, rejected -> {});
    this.observer = observer;
  }

  void store(Iterable<ConsumerRecord<String, byte[]>> records, Map<Integer, Long> positions) {
    List<Read> read = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      if (record.value() != null) {
        read.add(read(record));
      }
    }
    List<RejectedEvent> refused =
        new ArrayList<>(read.stream().filter(Read::refused).map(Read::rejected).toList());
    try {
      projection.keep(read.stream().map(Read::rejected).toList(), positions);
    } catch (RejectionProjection.RefusedException spoiled) {
      refused.addAll(storeOneByOne(read, positions));
    }
    refused.forEach(observer);
  }

  /** What of it the store refuses; nobody hears of that before all is stored. */
  private List<RejectedEvent> storeOneByOne(List<Read> read, Map<Integer, Long> positions) {
    List<RejectedEvent> spoiled = new ArrayList<>();
    for (Read each : read) {
      try {
        projection.keep(List.of(each.rejected()), Map.of());
      } catch (RejectionProjection.RefusedException e) {
        RejectedEvent refused = reject(each.record(), new MalformedRecordException(e.getMessage()));
        projection.keep(List.of(refused), Map.of());
        spoiled.add(refused);
      }
    }
    projection.keep(List.of(), positions);
    return spoiled;
  }

  private Read read(ConsumerRecord<String, byte[]> record) {
    try {
      return new Read(record, FORMAT.read(record.value()), false);
    } catch (MalformedRecordException e) {
      return new Read(record, reject(record, e), true);
    }
  }

  private RejectedEvent reject(ConsumerRecord<String, byte[]> record, MalformedRecordException e) {
    RecordPlace place = new RecordPlace(record.topic(), record.partition(), record.offset());
    return quarantine.reject(place, record.key(), record.value(), record.timestamp(), e);
  }

  private record Read(
      ConsumerRecord<String, byte[]> record, RejectedEvent rejected, boolean refused) {}
}
