package io.clientele.recommendation.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.contract.RankerModel;
import io.clientele.recommendation.fit.FitResult;
import io.clientele.recommendation.training.Publisher.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class FitRunTest {

  private static final FitResult BETTER = new FitResult.Fitted(Models.usable(1), true, "better");
  private static final FitResult WORSE = new FitResult.Fitted(Models.usable(1), false, "worse");

  private final ModelShelf shelf = new ModelShelf(rankers -> {});
  private final FitSchedule schedule = new FitSchedule(Duration.ofDays(1), 400_000);
  private final List<String> published = new ArrayList<>();

  @Test
  void betterModelIsPublishedUnderTheNextNumberAndThreeStay() {
    shelf.put(Models.usable(3));
    shelf.put(Models.usable(4));
    shelf.put(Models.usable(5));

    FitOutcome outcome = run((serving, now) -> BETTER, Result.PUBLISHED).get();

    assertThat(published).containsExactly("ranker@6 without [3]");
    assertThat(outcome)
        .isInstanceOfSatisfying(
            FitOutcome.Fitted.class,
            fitted -> {
              assertThat(fitted.model().version()).isEqualTo(6);
              assertThat(fitted.published()).isTrue();
              assertThat(fitted.why()).isEqualTo("better");
            });
  }

  @Test
  void whatIsNotBetterIsNotPublished() {
    FitOutcome outcome = run((serving, now) -> WORSE, Result.PUBLISHED).get();

    assertThat(published).isEmpty();
    assertThat(outcome)
        .isInstanceOfSatisfying(
            FitOutcome.Fitted.class, fitted -> assertThat(fitted.published()).isFalse());
    assertThat(schedule.next(Optional.empty())).hasValue(hoursLater(24));
  }

  @Test
  void deposedInstanceSaysSoAndTriesAgainInAnHour() {
    FitOutcome outcome = run((serving, now) -> BETTER, Result.DEPOSED).get();

    assertThat(outcome)
        .isInstanceOfSatisfying(
            FitOutcome.Fitted.class,
            fitted -> {
              assertThat(fitted.published()).isFalse();
              assertThat(fitted.why()).isEqualTo("another instance was elected meanwhile");
            });
    assertThat(schedule.next(Optional.empty())).hasValue(hoursLater(1));
  }

  @Test
  void fitThatFailsIsTriedAgainInAnHour() {
    FitRun run =
        run(
            (serving, now) -> {
              throw new IllegalStateException("no memory");
            },
            Result.PUBLISHED);

    assertThatThrownBy(run::get).hasMessage("no memory");
    assertThat(schedule.next(Optional.empty())).hasValue(hoursLater(1));
  }

  @Test
  void tooLittleIsToldWithItsCounts() {
    FitOutcome outcome =
        run((serving, now) -> new FitResult.TooLittleData(12, 300), Result.PUBLISHED).get();

    assertThat(outcome).isEqualTo(new FitOutcome.TooLittleData(12, 300));
  }

  @Test
  void fitIsToldWhatServes() {
    shelf.put(Models.usable(3));
    List<Integer> told = new ArrayList<>();

    run(
            (serving, now) -> {
              told.add(serving.orElseThrow().version());
              return WORSE;
            },
            Result.PUBLISHED)
        .get();

    assertThat(told).containsExactly(3);
  }

  /** What is published is read back at once. */
  private FitRun run(BiFunction<Optional<RankerModel>, Instant, FitResult> fit, Result result) {
    Publisher publisher =
        (model, outdated) -> {
          if (result == Result.PUBLISHED) {
            published.add(model.name() + " without " + Set.copyOf(outdated));
            shelf.put(model);
          }
          return result;
        };
    return new FitRun(
        fit, () -> 1_000, shelf, publisher, schedule, InstantSource.fixed(Models.NOON));
  }

  private static Instant hoursLater(int hours) {
    return Models.NOON.plus(Duration.ofHours(hours));
  }
}
