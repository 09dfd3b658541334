package io.clientele.recommendation.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.recommendation.fit.FitResult;
import io.clientele.recommendation.training.Publisher.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FitRunTest {

  private static final ReadyLearner BETTER =
      (serving, version, now) -> new FitResult.Fitted(Models.usable(version), true, "better");
  private static final ReadyLearner WORSE =
      (serving, version, now) -> new FitResult.Fitted(Models.usable(version), false, "worse");
  private static final InstantSource CLOCK = InstantSource.fixed(Models.NOON);

  private final ModelShelf shelf = new ModelShelf(rankers -> {});
  private final FitSchedule schedule = new FitSchedule(Duration.ofDays(1), 400_000);
  private final List<String> published = new ArrayList<>();

  @Test
  void betterModelIsPublishedUnderTheNextNumberAndThreeStay() {
    shelf.put(Models.usable(3));
    shelf.put(Models.usable(4));
    shelf.put(Models.usable(5));

    FitOutcome outcome = run(BETTER, Result.PUBLISHED).run(CLOCK);

    assertThat(published).containsExactly("ranker@6 without [3]");
    assertThat(outcome.published()).isTrue();
    assertThat(fitted(outcome).model().version()).isEqualTo(6);
    assertThat(fitted(outcome).why()).isEqualTo("better");
  }

  @Test
  void whatIsNotBetterIsNotPublished() {
    FitOutcome outcome = run(WORSE, Result.PUBLISHED).run(CLOCK);

    assertThat(published).isEmpty();
    assertThat(outcome.published()).isFalse();
    assertThat(fitted(outcome).why()).isEqualTo("worse");
    assertThat(schedule.next(Optional.empty())).hasValue(hoursLater(24));
  }

  @Test
  void deposedInstanceSaysSoAndTriesAgainInAnHour() {
    FitOutcome outcome = run(BETTER, Result.DEPOSED).run(CLOCK);

    assertThat(outcome.published()).isFalse();
    assertThat(fitted(outcome).why()).isEqualTo("another instance was elected meanwhile");
    assertThat(schedule.next(Optional.empty())).hasValue(hoursLater(1));
  }

  @Test
  void numberThatAnotherInstanceGaveMeanwhileIsNotGivenAgain() {
    ReadyLearner overtaken =
        (serving, version, now) -> {
          shelf.note(version);
          return BETTER.learn(serving, version, now);
        };

    FitOutcome outcome = run(overtaken, Result.PUBLISHED).run(CLOCK);

    assertThat(published).isEmpty();
    assertThat(outcome.published()).isFalse();
  }

  @Test
  void fitThatFailsIsTriedAgainInAnHour() {
    FitRun run =
        run(
            (serving, version, now) -> {
              throw new IllegalStateException("no memory");
            },
            Result.PUBLISHED);

    assertThatThrownBy(() -> run.run(CLOCK)).hasMessage("no memory");
    assertThat(schedule.next(Optional.empty())).hasValue(hoursLater(1));
  }

  @Test
  void tooLittleIsToldWithItsCounts() {
    FitOutcome outcome =
        run((serving, version, now) -> new FitResult.TooLittleData(12, 300), Result.PUBLISHED)
            .run(CLOCK);

    assertThat(outcome.result()).isEqualTo(new FitResult.TooLittleData(12, 300));
  }

  @Test
  void fitIsToldWhatServes() {
    shelf.put(Models.usable(3));
    List<Integer> told = new ArrayList<>();

    run(
            (serving, version, now) -> {
              told.add(serving.orElseThrow().version());
              return WORSE.learn(serving, version, now);
            },
            Result.PUBLISHED)
        .run(CLOCK);

    assertThat(told).containsExactly(3);
  }

  /** What is published is read back at once. */
  private FitRun run(ReadyLearner learner, Result result) {
    Publisher publisher =
        (model, outdated) -> {
          if (result == Result.PUBLISHED) {
            published.add(model.name() + " without " + Set.copyOf(outdated));
            shelf.put(model);
          }
          return result;
        };
    return new FitRun(learner, shelf, publisher, schedule);
  }

  private static FitResult.Fitted fitted(FitOutcome outcome) {
    return (FitResult.Fitted) outcome.result();
  }

  private static Instant hoursLater(int hours) {
    return Models.NOON.plus(Duration.ofHours(hours));
  }
}
