package io.clientele.scoring.rfm;

import static io.clientele.scoring.Histories.day;
import static io.clientele.scoring.Histories.history;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.PurchaseHistory;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RfmFactsTest {

  private static final Instant AT = Instant.parse("2026-03-31T23:59:59Z");

  @Test
  void sumsUpWhatWasBoughtByThen() {
    PurchaseHistory history =
        history("ada", day("2026-03-01", 2, "10.125"), day("2026-03-10", 1, "5"));

    assertThat(RfmFacts.asOf(history, AT))
        .contains(new RfmFacts(Instant.parse("2026-03-10T12:00:00Z"), 3, new BigDecimal("15.125")));
  }

  @Test
  void purchasesAfterTheMomentDoNotCount() {
    PurchaseHistory history = history("ada", day("2026-03-01", 1, "10"), day("2026-04-01", 1, "5"));

    assertThat(RfmFacts.asOf(history, AT))
        .contains(new RfmFacts(Instant.parse("2026-03-01T12:00:00Z"), 1, new BigDecimal("10")));
  }

  @Test
  void refundLowersRevenueButIsNoOrder() {
    PurchaseHistory history =
        history("ada", day("2026-03-01", 1, "10"), day("2026-03-20", 0, "-12.50"));

    assertThat(RfmFacts.asOf(history, AT))
        .contains(new RfmFacts(Instant.parse("2026-03-01T12:00:00Z"), 1, new BigDecimal("-2.50")));
  }

  @Test
  void nobodyIsScoredOnRefundsAlone() {
    assertThat(RfmFacts.asOf(history("ada", day("2026-03-20", 0, "-12.50")), AT)).isEmpty();
    assertThat(RfmFacts.asOf(history("ada"), AT)).isEmpty();
  }

  @Test
  void dayThatIsNotOverCountsFromItsFirstOrderOn() {
    PurchaseHistory history =
        history("ada", day("2026-03-01T09:00:00Z", "2026-03-01T17:00:00Z", 2, "10"));

    assertThat(RfmFacts.asOf(history, Instant.parse("2026-03-01T12:00:00Z")))
        .contains(new RfmFacts(Instant.parse("2026-03-01T09:00:00Z"), 2, new BigDecimal("10")));
    assertThat(RfmFacts.asOf(history, Instant.parse("2026-03-01T08:59:59Z"))).isEmpty();
  }

  @Test
  void lastDayIsTheUtcDay() {
    assertThat(facts("2026-03-01T00:00:00Z").lastDay())
        .isEqualTo(facts("2026-03-01T23:59:59.999Z").lastDay())
        .isEqualTo(facts("2026-02-28T23:59:59Z").lastDay() + 1);
  }

  private static RfmFacts facts(String lastOrderAt) {
    return new RfmFacts(Instant.parse(lastOrderAt), 1, BigDecimal.ONE);
  }
}
