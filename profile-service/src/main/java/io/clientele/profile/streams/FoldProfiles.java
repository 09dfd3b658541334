package io.clientele.profile.streams;

import io.clientele.contract.CloudEventHeaders;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.PurchaseHistory;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import io.clientele.contract.Topics;
import io.clientele.profile.Customer;
import io.clientele.profile.CustomerFold;
import io.clientele.profile.Limits;
import io.clientele.profile.Step;
import io.clientele.profile.view.CustomerViews;
import io.clientele.profile.view.HistoryCauses;
import io.clientele.runtime.streams.Quarantine;
import io.clientele.runtime.streams.RecordPlace;
import io.clientele.runtime.streams.RejectedEventsSink;
import io.clientele.runtime.streams.RejectionRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Takes events, merges and other ids' moves into the rows of a customer id, and sends on what
 * changed: moves to other ids, the profile and the purchase history to everybody. What would make a
 * customer larger than its bounds or than a topic takes is quarantined and changes nothing, since
 * Kafka Streams would try to write it for ever.
 */
final class FoldProfiles implements Processor<String, Object, String, Object> {

  static final String TOO_LARGE = "customer-too-large";

  private static final RecordFormat<CustomerEvent> EVENT = RecordFormat.of(CustomerEvent.class);
  private static final RecordFormat<CustomerMerge> MERGE = RecordFormat.of(CustomerMerge.class);

  /**
   * A profile takes at most five times what its row takes and some kilobytes, so of a smaller row
   * it fits into what its topic takes, a megabyte; only the profiles of larger rows are measured.
   */
  private static final int SMALL_ROW_BYTES = 96_000;

  /** How often it is looked whether a profile has rested long enough. */
  private static final Duration LOOK = Duration.ofMillis(100);

  private final CustomerViews views;
  private final Limits limits;
  private final Duration interval;
  private final Quarantine quarantine;
  private final Runnable bots;
  private ProcessorContext<String, Object> context;
  private StoredRows rows;
  private CustomerFold fold;
  private PacedProfiles profiles;

  FoldProfiles(
      CustomerViews views, Limits limits, Duration interval, Quarantine quarantine, Runnable bots) {
    this.views = views;
    this.limits = limits;
    this.interval = interval;
    this.quarantine = quarantine;
    this.bots = bots;
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    this.rows = new StoredRows(context);
    this.fold = new CustomerFold(rows, limits);
    this.profiles = new PacedProfiles(context, interval, this::publish);
    context.schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, now -> profiles.publishDue());
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
    Step step = step(record.key(), record.value());
    if (step instanceof Step.Taken taken) {
      take(record, at, taken);
    } else if (step instanceof Step.Refused refused) {
      reject(record, at, refused);
    }
  }

  private Step step(String key, Object input) {
    if (input instanceof CustomerEvent event) {
      return fold.after(event);
    } else if (input instanceof PartMoveRecord moved) {
      return fold.after(key, moved.move());
    }
    return fold.after(key, (CustomerMerge) input);
  }

  private void take(Record<String, Object> record, RecordMetadata at, Step.Taken step) {
    if (!step.changes()) {
      return;
    }
    Instant time = newestInput(record);
    Customer after = step.after();
    Optional<ViewChange> history =
        CustomerViews.showsOtherHistory(step.before(), after)
            ? Optional.of(ViewChange.history(views, after, cause(record, step)))
            : Optional.empty();
    List<StoredRow> stored = rows.encoded(step);
    if (!fit(stored, after, time) || !history.stream().allMatch(ViewChange::fits)) {
      reject(
          record,
          at,
          new Step.Refused(TOO_LARGE, "The customer would outgrow what a topic takes."));
      return;
    }
    stored.forEach(row -> row.write().run());
    step.moves().forEach(move -> send(move, record.timestamp()));
    PacedProfiles.News news = new PacedProfiles.News(time, place(at).toString());
    if (CustomerViews.showsOtherProfile(step.before(), after)) {
      if (after.next() == null && after.whole().seen()) {
        profiles.changed(after.customerId(), news);
      } else {
        profiles.changedForGood(after.customerId(), news);
      }
    }
    history.ifPresent(change -> publish(after.customerId(), change, news));
  }

  /**
   * The time of the task's newest input, since a move may be older than what is in the profile
   * already. A record that is dated later than now counts as dated for its own customer only.
   */
  private Instant newestInput(Record<String, Object> record) {
    long known = Math.max(record.timestamp(), context.currentSystemTimeMs());
    return Instant.ofEpochMilli(Math.min(context.currentStreamTimeMs(), known));
  }

  private boolean fit(List<StoredRow> stored, Customer after, Instant time) {
    return stored.stream().allMatch(StoredRow::fits)
        && (stored.get(0).bytes() <= SMALL_ROW_BYTES
            || ViewChange.profile(views, after, time).fits());
  }

  private static PurchaseHistory.Cause cause(Record<String, Object> record, Step.Taken step) {
    if (record.value() instanceof CustomerEvent event) {
      return HistoryCauses.of(event, !step.before().whole().seen());
    }
    Instant at = Instant.ofEpochMilli(record.timestamp());
    return record.value() instanceof PartMoveRecord moved
        ? HistoryCauses.of(moved.move(), at)
        : HistoryCauses.of(step.after().linked(), at);
  }

  /**
   * Moves carry the time at which they are sent, and that of their cause beside it: their topic
   * forgets by record time, and a rebuild from an old log must not lose them on the way.
   */
  private void send(Step.Message message, long causedAt) {
    Record<String, Object> move =
        new Record<>(
            message.to(), PartMoveRecord.of(message.move()), context.currentSystemTimeMs());
    MoveTime.stamp(move.headers(), causedAt);
    context.forward(move, ProfileTopology.WRITE_PART_MOVES);
  }

  private void publish(String customerId, PacedProfiles.News newest) {
    Customer customer = rows.customer(customerId).orElseGet(() -> Customer.unknown(customerId));
    publish(customerId, ViewChange.profile(views, customer, newest.at()), newest);
  }

  private void publish(String customerId, ViewChange change, PacedProfiles.News newest) {
    Record<String, Object> out =
        new Record<>(customerId, change.value(), newest.at().toEpochMilli());
    CloudEventHeaders.stamp(
        out.headers(),
        newest.id() + "/" + change.sink(),
        context.applicationId(),
        change.type(),
        newest.at());
    context.forward(out, change.sink());
  }

  private void reject(Record<String, Object> record, RecordMetadata at, Step.Refused refused) {
    RejectedEvent rejected =
        quarantine.reject(
            place(at),
            record.withValue(payload(record.value())),
            refused.reason(),
            refused.detail());
    context.forward(RejectionRecord.of(rejected, record), RejectedEventsSink.NAME);
  }

  private static byte[] payload(Object input) {
    if (input instanceof CustomerEvent event) {
      return EVENT.write(event);
    } else if (input instanceof PartMoveRecord moved) {
      return PartMoveRecord.FORMAT.write(moved.named());
    }
    return input == null ? new byte[0] : MERGE.write((CustomerMerge) input);
  }

  private static RecordPlace place(RecordMetadata at) {
    return new RecordPlace(at.topic(), at.partition(), at.offset());
  }
}
