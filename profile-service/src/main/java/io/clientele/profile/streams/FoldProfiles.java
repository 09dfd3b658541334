package io.clientele.profile.streams;

import io.clientele.contract.CloudEventHeaders;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.Topics;
import io.clientele.profile.CustomerState;
import io.clientele.profile.CustomerViews;
import io.clientele.profile.CustomerViews.Views;
import io.clientele.profile.Step;
import io.clientele.runtime.streams.RecordPlace;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Takes events, merges and other ids' moves into the state of a customer id, and sends on what
 * changed: moves to other ids, the profile and the purchase history to everybody.
 */
final class FoldProfiles implements Processor<String, Object, String, Object> {

  private final CustomerViews views;
  private ProcessorContext<String, Object> context;
  private KeyValueStore<String, CustomerState> customers;

  FoldProfiles(CustomerViews views) {
    this.views = views;
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
    CustomerState before =
        Optional.ofNullable(customers.get(record.key()))
            .orElseGet(() -> CustomerState.unknown(record.key()));
    Step step = step(before, record.value());
    if (step.state().equals(before)) {
      return;
    }
    customers.put(record.key(), step.state());
    for (Step.Message message : step.moves()) {
      send(message);
    }
    Views shown = views.of(before);
    Views now = views.of(step.state());
    publish(shown.profile(), now.profile(), ProfileTopology.WRITE_CUSTOMER_PROFILES, record);
    publish(shown.history(), now.history(), ProfileTopology.WRITE_PURCHASE_HISTORIES, record);
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

  /** Sends a view of the customer if it changed; a tombstone where nothing is left to show. */
  private <V> void publish(
      Optional<V> shown, Optional<V> now, String sink, Record<String, Object> cause) {
    if (now.equals(shown)) {
      return;
    }
    RecordMetadata at = context.recordMetadata().orElseThrow();
    String type = now.or(() -> shown).orElseThrow().getClass().getSimpleName();
    Record<String, Object> out = new Record<>(cause.key(), now.orElse(null), cause.timestamp());
    CloudEventHeaders.stamp(
        out.headers(),
        new RecordPlace(at.topic(), at.partition(), at.offset()) + "/" + sink,
        context.applicationId(),
        type,
        Instant.ofEpochMilli(cause.timestamp()));
    context.forward(out, sink);
  }
}
