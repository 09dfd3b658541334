package io.clientele.recommendation.app;

import io.clientele.recommendation.models.Election;
import io.clientele.recommendation.models.ModelReader;
import io.clientele.recommendation.training.FitOutcome;
import io.clientele.recommendation.training.Trainer;
import io.clientele.runtime.kafka.Follower;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The threads that read models, take part in the election and look whether it is time to learn. */
@ApplicationScoped
class RankerThreads {

  private static final Logger LOG = Logger.getLogger(RankerThreads.class);
  private static final long LOOK_SECONDS = 5;
  private static final long LONGEST_STOP_MILLIS = 2_000;

  private final Trainer trainer;
  private final Follower reader;
  private final Follower election;
  private final Thread reading;
  private final Thread electing;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "fit-schedule");
            thread.setDaemon(true);
            return thread;
          });

  private ScheduledFuture<?> looks;

  RankerThreads(ModelReader reader, Election election, Trainer trainer) {
    this.trainer = trainer;
    this.reader = new Follower(reader);
    this.election = new Follower(election);
    this.reading = new Thread(this.reader, "model-reader");
    this.electing = new Thread(this.election, "ranker-election");
    reading.setDaemon(true);
    electing.setDaemon(true);
  }

  void start(@Observes StartupEvent event) {
    reading.start();
    electing.start();
    looks =
        looking.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    looks.cancel(false);
    looking.shutdown();
    reader.stop();
    election.stop();
    reading.join(LONGEST_STOP_MILLIS);
    electing.join(LONGEST_STOP_MILLIS);
  }

  /** Whoever asks over HTTP is told of a failure; here the log is. */
  @SuppressWarnings("FutureReturnValueIgnored") // a failure is logged
  private void look() {
    trainer.learnIfDue().ifPresent(fit -> fit.exceptionally(RankerThreads::failed));
  }

  private static FitOutcome failed(Throwable failure) {
    LOG.error("the ranker could not learn, trying again in an hour", failure);
    return null;
  }
}
