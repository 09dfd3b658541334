package io.clientele.runtime.streams;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;

/**
 * What happens when a stream thread fails: nothing was committed, so a new thread starts from the
 * last commit and tries again, after a pause that doubles while failures go on. What is wrong with
 * a record itself never comes here but to quarantine.
 */
@ApplicationScoped
public class StreamsFaults implements StreamsUncaughtExceptionHandler {

  /** Holds the failing thread back. */
  @FunctionalInterface
  interface Pause {

    /** Returns once the time is over, or sooner if the service stops. */
    void last(Duration time) throws InterruptedException;
  }

  private static final Logger LOG = Logger.getLogger(StreamsFaults.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** Without a failure for so long, the next is a first one again. */
  private static final Duration QUIET = Duration.ofMinutes(5);

  private final Counter failures;
  private final Clock clock;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Pause pause;
  private final Set<String> causesSeen = ConcurrentHashMap.newKeySet();
  private Duration lastPause = Duration.ZERO;
  private Instant lastFailure = Instant.MIN;
  private volatile Instant troubledUntil = Instant.MIN;

  /** Counts as {@code clientele_stream_thread_failures_total}. */
  @Inject
  StreamsFaults(MeterRegistry meters, Clock clock) {
    this.failures = meters.counter("clientele.stream.thread.failures");
    this.clock = clock;
    this.pause = this::untilOverOrStopping;
  }

  StreamsFaults(MeterRegistry meters, Clock clock, Pause pause) {
    this.failures = meters.counter("clientele.stream.thread.failures");
    this.clock = clock;
    this.pause = pause;
  }

  /** Before Kafka Streams is closed, which waits for its threads. */
  void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
    stopping.countDown();
  }

  @Override
  public StreamThreadExceptionResponse handle(Throwable exception) {
    failures.increment();
    Duration time = nextPause();
    log(exception, time);
    try {
      pause.last(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  /**
   * Whether a thread failed and its successor has not yet run for as long as the pause between them
   * was. Kafka Streams itself calls the time between two failures RUNNING.
   */
  public boolean isTroubled() {
    return clock.instant().isBefore(troubledUntil);
  }

  private synchronized Duration nextPause() {
    Instant now = clock.instant();
    Duration doubled = lastPause.multipliedBy(2);
    if (lastFailure.isBefore(now.minus(QUIET))) {
      lastPause = FIRST_PAUSE;
    } else {
      lastPause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
    lastFailure = now;
    troubledUntil = now.plus(lastPause.multipliedBy(2));
    return lastPause;
  }

  private void log(Throwable exception, Duration time) {
    String cause = causeOf(exception);
    if (causesSeen.add(cause)) {
      LOG.errorf(exception, "stream thread failed, starting another: pause=%s", time);
    } else {
      LOG.warnf("stream thread failed again, starting another: cause=%s, pause=%s", cause, time);
    }
  }

  /**
   * The innermost exception and where it was thrown, so that there are no more than such places.
   */
  private static String causeOf(Throwable exception) {
    Throwable cause = exception;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    StackTraceElement[] trace = cause.getStackTrace();
    return cause.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  private void untilOverOrStopping(Duration time) throws InterruptedException {
    if (stopping.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.debug("stopping, the pause is cut short");
    }
  }
}
