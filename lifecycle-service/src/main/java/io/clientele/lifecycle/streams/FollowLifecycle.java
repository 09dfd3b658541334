package io.clientele.lifecycle.streams;

import static io.clientele.lifecycle.streams.LifecycleTopology.LIFECYCLES;
import static io.clientele.lifecycle.streams.LifecycleTopology.TIMERS;
import static io.clientele.lifecycle.streams.LifecycleTopology.WRITE_ALERTS;
import static io.clientele.lifecycle.streams.LifecycleTopology.WRITE_TRANSITIONS;

import io.clientele.contract.CloudEventHeaders;
import io.clientele.contract.HistoryRecord;
import io.clientele.contract.LifecycleAlert;
import io.clientele.contract.LifecycleTransition;
import io.clientele.lifecycle.LifecycleEntry;
import io.clientele.lifecycle.LifecycleFollower;
import io.clientele.lifecycle.LifecycleStep;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps each customer's lifecycle and its one timer. Time is the task's clock, the same one for
 * records and timers, so that neither runs ahead of the other.
 */
final class FollowLifecycle implements Processor<String, Object, String, Object> {

  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  /** Bounds the transaction of one look; the rest is read at the next. */
  private static final int MOST_A_LOOK = 5_000;

  private final LifecycleFollower follower;
  private final String service;
  private ProcessorContext<String, Object> context;
  private KeyValueStore<String, LifecycleEntry> lifecycles;
  private Timers timers;

  FollowLifecycle(LifecycleFollower follower, String service) {
    this.follower = follower;
    this.service = service;
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    this.lifecycles = context.getStateStore(LIFECYCLES);
    this.timers = new Timers(context.getStateStore(TIMERS));
    context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, this::wake);
  }

  @Override
  public void process(Record<String, Object> record) {
    String customerId = record.key();
    Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
    LifecycleEntry known = lifecycles.get(customerId);
    LifecycleStep step = follower.arrive(known, (HistoryRecord) record.value(), now);
    apply(customerId, known, step, record.timestamp());
  }

  private void wake(long timestamp) {
    Instant now = Instant.ofEpochMilli(timestamp);
    for (String customerId : timers.due(timestamp, MOST_A_LOOK)) {
      LifecycleEntry known = lifecycles.get(customerId);
      apply(customerId, known, follower.wake(known, now), timestamp);
    }
  }

  private void apply(String customerId, LifecycleEntry known, LifecycleStep step, long timestamp) {
    LifecycleEntry next = step.entry();
    if (known != null && known.timer() != null) {
      timers.remove(known.timer(), customerId);
    }
    if (next != null && next.timer() != null) {
      timers.set(next.timer(), customerId);
    }
    lifecycles.put(customerId, next);
    for (LifecycleTransition told : step.transitions()) {
      String id = customerId + ":" + told.to() + ":" + told.effectiveAt();
      Headers headers = headers(id, LifecycleTransition.class, told.effectiveAt());
      context.forward(new Record<>(customerId, told, timestamp, headers), WRITE_TRANSITIONS);
    }
    for (LifecycleAlert alert : step.alerts()) {
      String raise = alert.alertId() + ":" + alert.raisedAt();
      String id = raise + (alert.withdrawn() ? ":withdrawn" : "");
      Headers headers = headers(id, LifecycleAlert.class, alert.effectiveAt());
      context.forward(new Record<>(customerId, alert, timestamp, headers), WRITE_ALERTS);
    }
  }

  private Headers headers(String id, Class<?> type, Instant time) {
    Headers headers = new RecordHeaders();
    CloudEventHeaders.stamp(headers, id, service, type.getSimpleName(), time);
    return headers;
  }
}
