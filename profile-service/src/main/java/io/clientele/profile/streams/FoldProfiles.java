package io.clientele.profile.streams;

import io.clientele.contract.CloudEventHeaders;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.HistoryRecord;
import io.clientele.contract.MalformedRecordException;
import io.clientele.contract.ProfileRecord;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import io.clientele.contract.Topics;
import io.clientele.profile.CustomerState;
import io.clientele.profile.CustomerViews;
import io.clientele.profile.CustomerViews.Views;
import io.clientele.profile.Step;
import io.clientele.runtime.streams.Quarantine;
import io.clientele.runtime.streams.RecordPlace;
import io.clientele.runtime.streams.RejectedEventsSink;
import io.clientele.runtime.streams.RejectionRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Takes events, merges and other ids' moves into the state of a customer id, and sends on what
 * changed: moves to other ids, the profile and the purchase history to everybody. What would make a
 * customer larger than a topic takes is quarantined and changes nothing, since Kafka Streams would
 * try to write it for ever.
 */
final class FoldProfiles implements Processor<String, Object, String, Object> {

  private static final RecordFormat<CustomerEvent> EVENT = RecordFormat.of(CustomerEvent.class);
  private static final RecordFormat<CustomerMerge> MERGE = RecordFormat.of(CustomerMerge.class);
  private static final RecordFormat<ProfileRecord> PROFILE = RecordFormat.of(ProfileRecord.class);
  private static final RecordFormat<HistoryRecord> HISTORY = RecordFormat.of(HistoryRecord.class);

  private final CustomerViews views;
  private final Quarantine quarantine;
  private final Runnable bots;
  private ProcessorContext<String, Object> context;
  private KeyValueStore<String, byte[]> customers;

  FoldProfiles(CustomerViews views, Quarantine quarantine, Runnable bots) {
    this.views = views;
    this.quarantine = quarantine;
    this.bots = bots;
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    this.customers = context.getStateStore(ProfileTopology.CUSTOMERS);
  }

  @Override
  public void process(Record<String, Object> record) {
    RecordMetadata at = context.recordMetadata().orElseThrow();
    boolean unlinked = record.value() == null && at.topic().equals(Topics.CUSTOMER_MERGES.name());
    if (record.key() == null || (record.value() == null && !unlinked)) {
      return; // nobody's, or the tombstone of something that is never taken back
    }
    if (record.value() instanceof CustomerEvent event && event.isBot()) {
      bots.run();
    }
    CustomerState before =
        Optional.ofNullable(customers.get(record.key()))
            .map(StoredCustomers.FORMAT::read)
            .orElseGet(() -> CustomerState.unknown(record.key()));
    Step step = step(before, record.value());
    if (step.state().equals(before)) {
      return;
    }
    byte[] state = StoredCustomers.FORMAT.write(step.state());
    List<ViewChange> changes = changes(views.of(before), views.of(step.state()));
    if (state.length > ProfileTopology.MOST_STATE_BYTES
        || !changes.stream().allMatch(ViewChange::fits)) {
      reject(record, at);
      return;
    }
    customers.put(record.key(), state);
    step.moves().forEach(this::send);
    changes.forEach(change -> publish(change, record, at));
  }

  private static List<ViewChange> changes(Views shown, Views now) {
    return Stream.concat(
            ViewChange.between(
                shown.profile(),
                now.profile(),
                PROFILE,
                ProfileTopology.WRITE_CUSTOMER_PROFILES,
                Topics.CUSTOMER_PROFILES)
                .stream(),
            ViewChange.between(
                shown.history(),
                now.history(),
                HISTORY,
                ProfileTopology.WRITE_PURCHASE_HISTORIES,
                Topics.PURCHASE_HISTORIES)
                .stream())
        .toList();
  }

  private static Step step(CustomerState before, Object input) {
    if (input instanceof CustomerEvent event) {
      return before.after(event);
    } else if (input instanceof PartMoveRecord moved) {
      return before.after(moved.move());
    }
    return before.after((CustomerMerge) input);
  }

  /**
   * Moves carry the time at which they are sent, not that of the event: their topic forgets by
   * record time, and a rebuild from an old log must not lose them on the way.
   */
  private void send(Step.Message message) {
    context.forward(
        new Record<>(
            message.to(), PartMoveRecord.of(message.move()), context.currentSystemTimeMs()),
        ProfileTopology.WRITE_PART_MOVES);
  }

  private void publish(ViewChange change, Record<String, Object> cause, RecordMetadata at) {
    Record<String, Object> out = new Record<>(cause.key(), change.value(), cause.timestamp());
    CloudEventHeaders.stamp(
        out.headers(),
        place(at) + "/" + change.sink(),
        context.applicationId(),
        change.type(),
        Instant.ofEpochMilli(cause.timestamp()));
    context.forward(out, change.sink());
  }

  private void reject(Record<String, Object> record, RecordMetadata at) {
    RejectedEvent rejected =
        quarantine.reject(
            place(at),
            record.key(),
            payload(record.value()),
            record.timestamp(),
            new MalformedRecordException("the customer would outgrow what a topic takes"));
    context.forward(RejectionRecord.of(rejected, record), RejectedEventsSink.NAME);
  }

  /** The record; of a whole part only its names, since it may be larger than a rejection. */
  private static byte[] payload(Object input) {
    if (input instanceof CustomerEvent event) {
      return EVENT.write(event);
    } else if (input instanceof PartMoveRecord moved) {
      return PartMoveRecord.FORMAT.write(
          new PartMoveRecord(moved.via(), moved.partId(), null, moved.add()));
    }
    return input == null ? new byte[0] : MERGE.write((CustomerMerge) input);
  }

  private static RecordPlace place(RecordMetadata at) {
    return new RecordPlace(at.topic(), at.partition(), at.offset());
  }
}
