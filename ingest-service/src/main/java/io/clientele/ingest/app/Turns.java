package io.clientele.ingest.app;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something that never fails again and again, on a thread of its own. */
final class Turns {

  private final ScheduledExecutorService thread;

  /** Begins after one pause. */
  @SuppressWarnings("FutureReturnValueIgnored") // a turn never fails; the thread ends with stop
  Turns(String name, Duration pause, Runnable turn) {
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread daemon = new Thread(task, name);
              daemon.setDaemon(true);
              return daemon;
            });
    thread.scheduleWithFixedDelay(turn, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** No turn begins any more. */
  void stop() {
    thread.shutdownNow();
  }
}
