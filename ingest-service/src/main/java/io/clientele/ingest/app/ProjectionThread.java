package io.clientele.ingest.app;

import io.clientele.ingest.projection.RejectionProjector;
import io.clientele.runtime.kafka.Follower;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;

/** Runs the projector as long as the service runs. */
@ApplicationScoped
class ProjectionThread {

  private final Follower follower;
  private final Thread thread;

  ProjectionThread(RejectionProjector projector) {
    this.follower = new Follower(projector);
    this.thread = new Thread(follower, "rejection-projector");
    thread.setDaemon(true);
  }

  void start(@Observes StartupEvent event) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    follower.stop();
    thread.join(TimeUnit.SECONDS.toMillis(2));
  }
}
