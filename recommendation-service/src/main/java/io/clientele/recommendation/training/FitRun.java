package io.clientele.recommendation.training;

import io.clientele.contract.RankerModel;
import io.clientele.recommendation.fit.FitResult;
import io.clientele.recommendation.training.FitSchedule.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Learns from what the shop's sessions are now, and publishes what is better. */
public final class FitRun implements Supplier<FitOutcome> {

  /** How many models stay in the topic, so that one can go back. */
  private static final int KEPT = 3;

  private static final Duration READ_BACK = Duration.ofSeconds(10);

  private final BiFunction<Optional<RankerModel>, Instant, FitResult> fit;
  private final IntSupplier sessions;
  private final ModelShelf shelf;
  private final Publisher publisher;
  private final FitSchedule schedule;
  private final InstantSource clock;

  /**
   * A run, to be made again and again.
   *
   * @param fit learns, given what serves and the time
   * @param sessions how many the shop has
   */
  public FitRun(
      BiFunction<Optional<RankerModel>, Instant, FitResult> fit,
      IntSupplier sessions,
      ModelShelf shelf,
      Publisher publisher,
      FitSchedule schedule,
      InstantSource clock) {
    this.fit = fit;
    this.sessions = sessions;
    this.shelf = shelf;
    this.publisher = publisher;
    this.schedule = schedule;
    this.clock = clock;
  }

  @Override
  public FitOutcome get() {
    Instant begun = clock.instant();
    int known = sessions.getAsInt();
    schedule.note(new Attempt(begun, known, Attempt.End.FAILED));
    FitResult result = fit.apply(shelf.serving(), begun);
    if (result instanceof FitResult.TooLittleData little) {
      schedule.note(new Attempt(begun, known, Attempt.End.TOO_LITTLE));
      return new FitOutcome.TooLittleData(little.queries(), little.needed());
    }
    schedule.note(new Attempt(begun, known, Attempt.End.LEARNED));
    FitResult.Fitted fitted = (FitResult.Fitted) result;
    RankerModel model = fitted.model().withVersion(shelf.nextVersion());
    if (!fitted.isBetter()) {
      return fitted(model, false, fitted.why(), begun);
    }
    Publisher.Result published = publisher.publish(model, shelf.allBut(KEPT - 1));
    if (published != Publisher.Result.PUBLISHED) {
      schedule.note(new Attempt(begun, known, Attempt.End.FAILED));
      return fitted(model, false, published.text(), begun);
    }
    String unread = isReadBack(model) ? "" : "; it serves once it is read back";
    return fitted(model, true, fitted.why() + unread, begun);
  }

  private boolean isReadBack(RankerModel model) {
    try {
      return shelf.await(model.version(), READ_BACK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private FitOutcome fitted(RankerModel model, boolean published, String why, Instant begun) {
    return new FitOutcome.Fitted(model, published, why, Duration.between(begun, clock.instant()));
  }
}
