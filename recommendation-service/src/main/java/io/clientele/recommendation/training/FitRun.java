package io.clientele.recommendation.training;

import io.clientele.contract.RankerModel;
import io.clientele.recommendation.fit.FitResult;
import io.clientele.recommendation.training.FitSchedule.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Lets the ranker learn, again and again, and publishes what is better. */
public final class FitRun {

  /** How many models stay in the topic, so that one can go back. */
  private static final int KEPT = 3;

  private static final Duration READ_BACK = Duration.ofSeconds(10);

  private final Learner learner;
  private final ModelShelf shelf;
  private final Publisher publisher;
  private final FitSchedule schedule;

  public FitRun(Learner learner, ModelShelf shelf, Publisher publisher, FitSchedule schedule) {
    this.learner = learner;
    this.shelf = shelf;
    this.publisher = publisher;
    this.schedule = schedule;
  }

  /** Whether what there is to learn from, and what serves, has been read. */
  boolean isReady() {
    return learner.isReady() && shelf.isComplete();
  }

  boolean isDue(Instant now) {
    return schedule.isDue(serving(), learner.sessions(), now);
  }

  Optional<Instant> next() {
    return schedule.next(serving());
  }

  Optional<RankerModel> serving() {
    return shelf.serving();
  }

  FitOutcome run(InstantSource clock) {
    Instant begun = clock.instant();
    int sessions = learner.sessions();
    schedule.note(new Attempt(begun, sessions, Attempt.End.FAILED));
    FitResult learned = learner.learn(serving(), shelf.nextVersion(), begun);
    FitResult result = learned;
    boolean published = false;
    if (learned instanceof FitResult.Fitted fitted && fitted.isBetter()) {
      Publisher.Result publication = publish(fitted.model());
      published = publication == Publisher.Result.PUBLISHED;
      String why = published ? fitted.why() + unread(fitted.model()) : publication.text();
      result = new FitResult.Fitted(fitted.model(), true, why);
    }
    schedule.note(new Attempt(begun, sessions, end(result, published)));
    return new FitOutcome(result, published, Duration.between(begun, clock.instant()));
  }

  /** Not under a number that another instance gave meanwhile. */
  private Publisher.Result publish(RankerModel model) {
    return model.version() == shelf.nextVersion()
        ? publisher.publish(model, shelf.allBut(KEPT - 1))
        : Publisher.Result.DEPOSED;
  }

  private static Attempt.End end(FitResult result, boolean published) {
    if (result instanceof FitResult.Fitted fitted) {
      return published || !fitted.isBetter() ? Attempt.End.LEARNED : Attempt.End.FAILED;
    }
    return Attempt.End.TOO_LITTLE;
  }

  private String unread(RankerModel model) {
    return isReadBack(model) ? "" : "; it serves once it is read back";
  }

  private boolean isReadBack(RankerModel model) {
    try {
      return shelf.await(model.version(), READ_BACK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
