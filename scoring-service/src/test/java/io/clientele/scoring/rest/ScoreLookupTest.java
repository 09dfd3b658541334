package io.clientele.scoring.rest;

import static io.clientele.scoring.Histories.FIRST_SEEN;
import static io.clientele.scoring.Histories.day;
import static io.clientele.scoring.Histories.history;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerScores;
import io.clientele.contract.MergedInto;
import io.clientele.runtime.http.Lookup;
import io.clientele.testing.HandClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreLookupTest {

  private static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");

  private final FakeBase histories = new FakeBase(0);
  private final ScoreLookup lookup =
      new ScoreLookup(histories, new WholeBase(histories, at -> List.of(), 1, new HandClock(NOON)));

  @Test
  void customerIsScoredWithTheFactsBehindIt() {
    histories.put(history("ada", day("2026-03-01", 1, "10"), day("2026-03-20", 1, "2.125")));
    histories.put(history("bo", day("2026-02-01", 1, "10")));

    assertThat(lookup.live("ada", NOON))
        .isEqualTo(
            new Lookup.Found<>(
                new CustomerScores(
                    "ada",
                    NOON,
                    new CustomerScores.Rfm(
                        3,
                        3,
                        3,
                        "Need Attention",
                        new CustomerScores.Facts(
                            Instant.parse("2026-03-20T12:00:00Z"),
                            2,
                            new BigDecimal("12.125"),
                            2)))));
  }

  @Test
  void customerWithoutAnOrderHasNoScores() {
    histories.put(history("ada", day("2026-03-01", 0, "-10")));

    assertThat(lookup.live("ada", NOON))
        .isEqualTo(new Lookup.Found<>(new CustomerScores("ada", NOON, null)));
  }

  @Test
  void pastMomentKnowsNothingOfWhatCameLater() {
    histories.put(history("ada", day("2026-02-01", 1, "10"), day("2026-03-20", 1, "5")));
    histories.put(history("bo", day("2026-03-01", 1, "10")));
    Instant february = Instant.parse("2026-02-28T00:00:00Z");

    assertThat(lookup.asOf("ada", february))
        .isInstanceOfSatisfying(
            Lookup.Found.class,
            found -> {
              CustomerScores scores = (CustomerScores) found.body();
              assertThat(scores.rfm().because().orders()).isEqualTo(1);
              assertThat(scores.rfm().because().base()).isEqualTo(1);
            });
  }

  @Test
  void nobodyIsFoundBeforeTheFirstEvent() {
    histories.put(history("ada", day("2026-03-01", 1, "10")));

    assertThat(lookup.asOf("ada", FIRST_SEEN)).isInstanceOf(Lookup.Found.class);
    assertThat(lookup.asOf("ada", FIRST_SEEN.minusMillis(1))).isInstanceOf(Lookup.Absent.class);
  }

  @Test
  void customerWhoseClockRunsAheadIsFoundNow() {
    histories.put(history("ada"));

    assertThat(lookup.live("ada", FIRST_SEEN.minusSeconds(5)))
        .isEqualTo(new Lookup.Found<>(new CustomerScores("ada", FIRST_SEEN.minusSeconds(5), null)));
  }

  @Test
  void mergedIdLeadsOn() {
    histories.put(new MergedInto("old", "ada"));

    assertThat(lookup.live("old", NOON)).isEqualTo(new Lookup.Moved<>("ada"));
    assertThat(lookup.asOf("old", NOON)).isEqualTo(new Lookup.Moved<>("ada"));
  }

  @Test
  void strangerIsAbsent() {
    assertThat(lookup.live("nobody", NOON)).isEqualTo(new Lookup.Absent<>());
  }
}
