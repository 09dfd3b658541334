package io.clientele.recommendation.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.contract.RankerModel;
import io.clientele.recommendation.training.FitSchedule.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitScheduleTest {

  private static final Instant NOON = Models.NOON;
  private static final int MOST = 400_000;
  private final FitSchedule daily = new FitSchedule(Duration.ofDays(1), MOST);

  @Test
  void shopThatNeverLearnedLearnsAtOnce() {
    assertThat(daily.isDue(Optional.empty(), 0, NOON)).isTrue();
    assertThat(daily.next(Optional.empty())).isEmpty();
  }

  @Test
  void scheduleOfZeroIsNone() {
    FitSchedule none = new FitSchedule(Duration.ZERO, MOST);

    assertThat(none.isDue(Optional.empty(), 1_000, NOON)).isFalse();
    assertThat(none.next(Optional.of(Models.usable(1)))).isEmpty();
    assertThatThrownBy(() -> new FitSchedule(Duration.ofHours(-1), MOST))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "LEARNED, 1000, PT23H59M, false",
    "LEARNED, 1000, PT24H, true",
    "LEARNED, 1250, PT59M, false",
    "LEARNED, 1250, PT1H, true",
    "LEARNED, 1249, PT1H, false",
    "TOO_LITTLE, 1250, PT4M, false",
    "TOO_LITTLE, 1250, PT5M, true",
    "TOO_LITTLE, 1000, PT23H, false",
    "FAILED, 1000, PT59M, false",
    "FAILED, 1000, PT1H, true"
  })
  void lastAttemptSaysWhenToTryAgain(Attempt.End end, int sessions, Duration later, boolean due) {
    daily.note(new Attempt(NOON, 1_000, end));

    assertThat(daily.isDue(Optional.empty(), sessions, NOON.plus(later))).isEqualTo(due);
  }

  @Test
  void moreSessionsThanItLearnsFromAreNoReasonToLearn() {
    daily.note(new Attempt(NOON, MOST, Attempt.End.LEARNED));

    assertThat(daily.isDue(Optional.empty(), 10 * MOST, NOON.plusSeconds(7_200))).isFalse();
  }

  @Test
  void emptyShopWaitsForItsFirstSession() {
    daily.note(new Attempt(NOON, 0, Attempt.End.TOO_LITTLE));

    assertThat(daily.isDue(Optional.empty(), 0, NOON.plusSeconds(3_600))).isFalse();
    assertThat(daily.isDue(Optional.empty(), 1, NOON.plusSeconds(3_600))).isTrue();
  }

  @Test
  void modelOfAnotherInstanceCountsAsLearned() {
    Optional<RankerModel> served = Optional.of(Models.usable(1));

    assertThat(daily.isDue(served, 1_000, NOON.plus(Duration.ofHours(23)))).isFalse();
    assertThat(daily.next(served)).hasValue(NOON.plus(Duration.ofDays(1)));
  }

  @Test
  void attemptThatTaughtNothingBetterCountsToo() {
    daily.note(new Attempt(NOON.plus(Duration.ofDays(1)), 1_000, Attempt.End.LEARNED));

    assertThat(daily.next(Optional.of(Models.usable(1)))).hasValue(NOON.plus(Duration.ofDays(2)));
  }
}
