package io.clientele.recommendation.training;

import io.clientele.contract.RankerModel;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Lets the ranker learn on the elected instance, once at a time. */
public final class Trainer {

  private final ElectedInstance elected;
  private final FitRun run;
  private final Executor executor;
  private final InstantSource clock;
  private CompletableFuture<FitOutcome> running;

  /**
   * A trainer.
   *
   * @param executor where it learns, for minutes
   */
  public Trainer(ElectedInstance elected, FitRun run, Executor executor, InstantSource clock) {
    this.elected = elected;
    this.run = run;
    this.executor = executor;
    this.clock = clock;
  }

  /** Whether what there is to learn from, and what serves, has been read. */
  public boolean isReady() {
    return run.isReady();
  }

  /** Learns; who asks while it does gets the same outcome. */
  public synchronized CompletableFuture<FitOutcome> learn() {
    if (!isLearning()) {
      running = CompletableFuture.supplyAsync(() -> run.run(clock), executor);
    }
    return running.copy();
  }

  public synchronized boolean isLearning() {
    return running != null && !running.isDone();
  }

  /** Learns if this instance is to and it is time; none where nothing was begun. */
  public Optional<CompletableFuture<FitOutcome>> learnIfDue() {
    boolean isDue = isReady() && elected.isThisOne() && !isLearning() && run.isDue(clock.instant());
    return isDue ? Optional.of(learn()) : Optional.empty();
  }

  /** When it learns again at the latest; none where it does so at once, or never. */
  public Optional<Instant> next() {
    return run.next();
  }

  /** The model that serves on this instance. */
  public Optional<RankerModel> serving() {
    return run.serving();
  }
}
