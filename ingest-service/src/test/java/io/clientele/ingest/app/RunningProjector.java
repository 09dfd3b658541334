package io.clientele.ingest.app;

import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.projection.RejectionBatch;
import io.clientele.ingest.projection.RejectionConsumer;
import io.clientele.ingest.projection.RejectionProjector;
import io.clientele.ingest.quarantine.RejectionProjection;
import io.clientele.runtime.kafka.Follower;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/** A projector on a thread of its own. */
final class RunningProjector {

  private final RejectionProjector projector;
  private final Follower follower;
  private final Thread thread;

  /** Starts it. */
  RunningProjector(
      String kafka,
      String service,
      RejectionProjection projection,
      Consumer<RejectedEvent> counted) {
    this.projector =
        new RejectionProjector(
            () -> RejectionConsumer.connect(kafka, service + "-rejections"),
            () -> {},
            projection,
            new RejectionBatch(projection, service, counted),
            Clock.systemUTC());
    this.follower = new Follower(projector);
    this.thread = new Thread(follower, "projector-under-test");
    thread.start();
  }

  /** As {@link RejectionProjector#lag}. */
  long lag() {
    return projector.lag();
  }

  /** Stops it, and waits for so long until it has. */
  void stop(Duration patience) throws InterruptedException {
    follower.stop();
    thread.join(patience.toMillis());
  }
}
