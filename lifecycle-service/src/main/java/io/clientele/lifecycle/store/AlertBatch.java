package io.clientele.lifecycle.store;

import io.clientele.contract.LifecycleAlert;
import io.clientele.contract.MalformedRecordException;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import io.clientele.runtime.streams.Quarantine;
import io.clientele.runtime.streams.RecordPlace;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Puts a batch of records into the database and finds those that will never get there, so that one
 * of them does not hold up all that come after it.
 */
final class AlertBatch {

  /** The reason of a readable alert that the database refuses. */
  static final String UNSTORABLE = "unstorable-record";

  private static final RecordFormat<LifecycleAlert> ALERTS = RecordFormat.of(LifecycleAlert.class);

  private final Consumer<List<LifecycleAlert>> database;
  private final Quarantine quarantine;

  /**
   * A way into the database.
   *
   * @param database takes alerts in one transaction, all or none
   * @param service who refuses
   */
  AlertBatch(Consumer<List<LifecycleAlert>> database, String service) {
    this.database = database;
    // Nothing counts here: a batch that fails is stored again, and refused again.
    this.quarantine = new Quarantine(service, rejected -> {});
  }

  /**
   * Stores what can be stored and returns the rest.
   *
   * @throws RuntimeException if the database does not take even good alerts now
   */
  List<RejectedEvent> store(Iterable<ConsumerRecord<String, byte[]>> records) {
    List<RejectedEvent> rejected = new ArrayList<>();
    List<Read> readable = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      if (record.value() != null) {
        try {
          readable.add(new Read(record, ALERTS.read(record.value())));
        } catch (MalformedRecordException e) {
          rejected.add(reject(record, e));
        }
      }
    }
    if (!readable.isEmpty()) {
      rejected.addAll(store(readable));
    }
    return rejected;
  }

  /** All at once, or one by one if one of them spoils the transaction. */
  private List<RejectedEvent> store(List<Read> readable) {
    try {
      database.accept(readable.stream().map(Read::alert).toList());
      return List.of();
    } catch (RuntimeException e) {
      String state = refusal(e);
      if (state == null) {
        throw e;
      }
      if (readable.size() == 1) {
        return List.of(unstorable(readable.get(0).record(), state));
      }
    }
    return readable.stream().flatMap(one -> store(List.of(one)).stream()).toList();
  }

  /**
   * The SQLSTATE with which the database refuses the data itself, or null: data exceptions (22),
   * violated constraints (23) and exceeded limits (54), such as a key too long for its index.
   */
  private static String refusal(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused && refused.getSQLState() != null) {
        String state = refused.getSQLState();
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54")
            ? state
            : null;
      }
    }
    return null;
  }

  /** Without the database's message, which may quote the row. */
  private RejectedEvent unstorable(ConsumerRecord<String, byte[]> record, String state) {
    String detail = "the database refuses the alert: SQLSTATE " + state;
    RejectedEvent rejected = reject(record, new MalformedRecordException(detail));
    return new RejectedEvent(
        rejected.rejectedId(),
        rejected.service(),
        rejected.source(),
        UNSTORABLE,
        rejected.field(),
        rejected.detail(),
        rejected.place(),
        rejected.messageId(),
        rejected.customer(),
        rejected.payload(),
        rejected.around(),
        rejected.payloadEncoding(),
        rejected.rejectedAt(),
        rejected.replayedAt());
  }

  private RejectedEvent reject(ConsumerRecord<String, byte[]> record, MalformedRecordException e) {
    RecordPlace place = new RecordPlace(record.topic(), record.partition(), record.offset());
    return quarantine.reject(place, record.key(), record.value(), record.timestamp(), e);
  }

  private record Read(ConsumerRecord<String, byte[]> record, LifecycleAlert alert) {}
}
