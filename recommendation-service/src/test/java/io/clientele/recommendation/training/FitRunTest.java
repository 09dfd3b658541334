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
import org.junit.jupiter.api.Test;

class FitRunTest {

  private static final Lesson BETTER =
      (serving, version) -> new FitResult.Fitted(Models.usable(version), true, "better");
  private static final Lesson WORSE =
      (serving, version) -> new FitResult.Fitted(Models.usable(version), false, "worse");
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
    Lesson overtaken =
        (serving, version) -> {
          shelf.note(version);
          return BETTER.learn(serving, version);
        };

    FitOutcome outcome = run(overtaken, Result.PUBLISHED).run(CLOCK);

    assertThat(published).isEmpty();
    assertThat(outcome.published()).isFalse();
  }

  @Test
  void fitThatFailsIsTriedAgainInAnHour() {
    FitRun run =
        run(
            (serving, version) -> {
              throw new IllegalStateException("no memory");
            },
            Result.PUBLISHED);

    assertThatThrownBy(() -> run.run(CLOCK)).hasMessage("no memory");
    assertThat(schedule.next(Optional.empty())).hasValue(hoursLater(1));
  }

  @Test
  void tooLittleIsToldWithItsCounts() {
    FitOutcome outcome =
        run((serving, version) -> new FitResult.TooLittleData(12, 300), Result.PUBLISHED)
            .run(CLOCK);

    assertThat(outcome.result()).isEqualTo(new FitResult.TooLittleData(12, 300));
  }

  @Test
  void fitIsToldWhatServes() {
    shelf.put(Models.usable(3));
    List<Integer> told = new ArrayList<>();

    run(
            (serving, version) -> {
              told.add(serving.orElseThrow().version());
              return WORSE.learn(serving, version);
            },
            Result.PUBLISHED)
        .run(CLOCK);

    assertThat(told).containsExactly(3);
  }

  /** What is published is read back at once. */
  private FitRun run(Lesson lesson, Result result) {
    Publisher publisher =
        (model, outdated) -> {
          if (result == Result.PUBLISHED) {
            published.add(model.name() + " without " + Set.copyOf(outdated));
            shelf.put(model);
          }
          return result;
        };
    return new FitRun(lesson, shelf, publisher, schedule);
  }

  private static FitResult.Fitted fitted(FitOutcome outcome) {
    return (FitResult.Fitted) outcome.result();
  }

  /** At whatever time, from a shop that has been read. */
  private interface Lesson extends Learner {

    FitResult learn(Optional<RankerModel> serving, int version);

    @Override
    default boolean isReady() {
      return true;
    }

    @Override
    default int sessions() {
      return 1_000;
    }

    @Override
    default FitResult learn(Optional<RankerModel> serving, int version, Instant now) {
      return learn(serving, version);
    }
  }

  private static Instant hoursLater(int hours) {
    return Models.NOON.plus(Duration.ofHours(hours));
  }
}
