package io.clientele.scoring.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerScores;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RfmThresholdsTest {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void fiveDifferentCustomersGetTheFiveScores() {
    List<RfmFacts> customers =
        List.of(facts(0, 1, "1"), facts(1, 2, "2"), facts(2, 3, "3"), facts(3, 4, "4.5"), best());
    RfmThresholds thresholds = thresholds(customers);

    assertThat(customers)
        .extracting(thresholds::score)
        .extracting(CustomerScores.Rfm::recency)
        .containsExactly(1, 2, 3, 4, 5);
    assertThat(thresholds.score(best()))
        .isEqualTo(
            new CustomerScores.Rfm(
                5,
                5,
                5,
                "Champions",
                new CustomerScores.Facts(
                    START.plus(Duration.ofDays(4)), 5, new BigDecimal("1E+9"), 5)));
  }

  @Test
  void customersWhoAreAllAlikeScoreOne() {
    RfmThresholds thresholds = thresholds(List.of(best(), best(), best()));

    CustomerScores.Rfm scores = thresholds.score(best());

    assertThat(List.of(scores.recency(), scores.frequency(), scores.monetary()))
        .containsExactly(1, 1, 1);
  }

  @Test
  void theSameAmountWrittenDifferentlyIsTheSame() {
    RfmThresholds thresholds = thresholds(List.of(facts(0, 1, "7.50"), facts(0, 1, "7.5")));

    assertThat(thresholds.score(facts(0, 1, "7.500")).monetary()).isEqualTo(1);
    assertThat(thresholds.score(facts(0, 1, "7.501")).monetary()).isEqualTo(5);
  }

  @Test
  void timeOfDayDoesNotMatter() {
    RfmFacts morning = new RfmFacts(Instant.parse("2026-03-01T01:00:00Z"), 1, BigDecimal.ONE);
    RfmFacts evening = new RfmFacts(Instant.parse("2026-03-01T23:00:00Z"), 1, BigDecimal.ONE);

    assertThat(thresholds(List.of(morning, evening)).score(evening).recency()).isEqualTo(1);
  }

  @Test
  void nobodyToCompareWithMeansTheLowestScore() {
    assertThat(new RfmThresholds(RfmBase.ZERO).score(best()).frequency()).isEqualTo(1);
  }

  private static RfmThresholds thresholds(List<RfmFacts> customers) {
    RfmTally tally = new RfmTally();
    customers.forEach(tally::add);
    return new RfmThresholds(tally.total());
  }

  private static RfmFacts best() {
    return facts(4, 5, "1E+9");
  }

  private static RfmFacts facts(int day, int orders, String netRevenue) {
    return new RfmFacts(START.plus(Duration.ofDays(day)), orders, new BigDecimal(netRevenue));
  }
}
