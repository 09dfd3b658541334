package io.clientele.ingest.app;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Does something again and again, on a thread of its own, whether or not it fails. */
final class Turns {

  private static final Logger LOG = Logger.getLogger(Turns.class);

  private final ScheduledExecutorService thread;

  /** Begins after one pause. */
  @SuppressWarnings("FutureReturnValueIgnored") // failures are logged; the thread ends with stop
  Turns(String name, Duration pause, Runnable turn) {
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread daemon = new Thread(task, name);
              daemon.setDaemon(true);
              return daemon;
            });
    thread.scheduleWithFixedDelay(
        () -> attempt(name, turn), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The executor would end with the first failure, and say nothing. */
  private static void attempt(String name, Runnable turn) {
    try {
      turn.run();
    } catch (RuntimeException | Error e) {
      LOG.errorf(e, "a turn failed: of=%s", name);
    }
  }

  /** No turn begins any more. */
  void stop() {
    thread.shutdownNow();
  }
}
