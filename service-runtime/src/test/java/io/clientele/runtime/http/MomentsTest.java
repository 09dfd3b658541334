package io.clientele.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void nothingMeansNow(String text) {
    assertThat(Moments.parse(text, "at", NOW)).isEqualTo(NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-28T10:00:00Z, 2026-02-28T10:00:00Z",
    "2026-02-28T10:00:00+02:00, 2026-02-28T08:00:00Z",
    "2026-02-28, 2026-02-28T23:59:59.999999999Z"
  })
  void timeIsItselfAndDateIsTheEndOfItsDay(String text, Instant moment) {
    assertThat(Moments.parse(text, "at", NOW)).isEqualTo(moment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-02-30", "2026-02-28T10:00:00", "1772359200", "T"})
  void whatNamesNoMomentIsABadRequest(String text) {
    assertThatThrownBy(() -> Moments.parse(text, "since", NOW))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().status()).isEqualTo(400);
              assertThat(e.problem().detail()).contains("'since'");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+999999999-12-31",
        "+300000000-01-01T00:00:00Z",
        "+10000-01-01T00:00:00Z",
        "+10000-01-01",
        "9999-12-31T23:59:59-01:00",
        "0000-12-31",
        "0000-12-31T23:59:59Z",
        "-300000000-01-01T00:00:00Z"
      })
  void yearsThatNobodyWritesAreABadRequest(String text) {
    assertThatThrownBy(() -> Moments.parse(text, "at", NOW))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(400));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01T00:00:00Z", "0001-01-01", "9999-12-31"})
  void yearsOneToNineThousandNineHundredAndNinetyNineAreRead(String text) {
    assertThat(Moments.parse(text, "at", NOW).toString()).contains(text.substring(0, 4));
  }
}
