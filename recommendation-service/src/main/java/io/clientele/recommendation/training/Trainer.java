package io.clientele.recommendation.training;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Lets the ranker learn on the elected instance, once at a time. */
public final class Trainer {

  private final ElectedInstance elected;
  private final BooleanSupplier caughtUp;
  private final ModelShelf shelf;
  private final FitSchedule schedule;
  private final IntSupplier sessions;
  private final Supplier<FitOutcome> run;
  private final Executor executor;
  private CompletableFuture<FitOutcome> running;

  /**
   * What it needs.
   *
   * @param caughtUp whether the log has been read
   * @param sessions how many the shop has
   */
  public record Shop(BooleanSupplier caughtUp, IntSupplier sessions) {}

  /**
   * A trainer.
   *
   * @param run learns, in minutes
   * @param executor where it does
   */
  public Trainer(
      ElectedInstance elected,
      Shop shop,
      ModelShelf shelf,
      FitSchedule schedule,
      Supplier<FitOutcome> run,
      Executor executor) {
    this.elected = elected;
    this.caughtUp = shop.caughtUp;
    this.sessions = shop.sessions;
    this.shelf = shelf;
    this.schedule = schedule;
    this.run = run;
    this.executor = executor;
  }

  /** Whether what there is to learn from, and what serves, has been read. */
  public boolean isReady() {
    return caughtUp.getAsBoolean() && shelf.isComplete();
  }

  /** Learns; who asks while it does gets the same outcome. */
  public synchronized CompletableFuture<FitOutcome> learn() {
    if (!isLearning()) {
      running = CompletableFuture.supplyAsync(run, executor);
    }
    return running.copy();
  }

  public synchronized boolean isLearning() {
    return running != null && !running.isDone();
  }

  /** Learns if this instance is to and it is time; none where nothing was begun. */
  public Optional<CompletableFuture<FitOutcome>> learnIfDue(Instant now) {
    boolean isDue =
        isReady()
            && elected.isThisOne()
            && !isLearning()
            && schedule.isDue(shelf.serving(), sessions.getAsInt(), now);
    return isDue ? Optional.of(learn()) : Optional.empty();
  }
}
