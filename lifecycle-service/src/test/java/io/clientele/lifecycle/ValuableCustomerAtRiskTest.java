package io.clientele.lifecycle;

import static io.clientele.lifecycle.Customer.at;
import static io.clientele.lifecycle.Policies.ALERTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.LifecycleAlert;
import io.clientele.contract.LifecycleAlert.Severity;
import io.clientele.contract.LifecycleState;
import io.clientele.contract.PurchaseHistory;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValuableCustomerAtRiskTest {

  @Test
  void valueDecidesWhetherAndHowMuchItMatters() {
    assertThat(severity("249.99")).isEmpty();
    assertThat(severity("250")).contains(Severity.LOW);
    assertThat(severity("500")).contains(Severity.MEDIUM);
    assertThat(severity("999.99")).contains(Severity.MEDIUM);
    assertThat(severity("1000")).contains(Severity.HIGH);
  }

  @Test
  void refundsLowerTheValueWheneverTheyCome() {
    Customer before = Customer.seen("ada", 0).buying(0, "300").refunded(1, "100");
    Customer since = Customer.seen("ada", 0).buying(0, "300").refunded(50, "100");

    assertThat(ALERTS.judge(slip(42), before.history(), at(42))).isEmpty();
    assertThat(ALERTS.judge(slip(42), since.history(), at(42))).isEmpty();
  }

  @Test
  void shopperWithoutANameIsNobodyToCall() {
    Customer nameless = Customer.seen("anonymous:d1", 0).buying(0, "1000");

    assertThat(ALERTS.judge(slip(42), nameless.history(), at(42))).isEmpty();
  }

  @Test
  void slipOfLongAgoIsNoNews() {
    PurchaseHistory history = spent("1000");
    LifecycleAlert alert = judge("1000", at(42)).orElseThrow();

    assertThat(ALERTS.isNews(alert, history, at(49))).isTrue();
    assertThat(ALERTS.isNews(alert, history, at(49).plusMillis(1))).isFalse();
  }

  @Test
  void purchaseSinceNeitherNeedsACallNorChangesWhatWasAtStake() {
    PurchaseHistory back = Customer.seen("ada", 0).buying(0, "1000").buying(43, "10").history();
    LifecycleAlert alert = ALERTS.judge(slip(42), back, at(42)).orElseThrow();

    assertThat(alert).isEqualTo(judge("1000", at(42)).orElseThrow());
    assertThat(ALERTS.isNews(alert, back, at(44))).isFalse();
  }

  @Test
  void sameCauseRaisesTheSameAlertWheneverItIsNoticed() {
    LifecycleAlert soon = judge("1000", at(42)).orElseThrow();
    LifecycleAlert later = judge("1000", at(45)).orElseThrow();

    assertThat(later.alertId()).isEqualTo(soon.alertId());
    assertThat(soon.text()).isEqualTo("Has not bought for 42 days.");
  }

  private static Optional<Severity> severity(String revenue) {
    return judge(revenue, at(42)).map(LifecycleAlert::severity);
  }

  private static Optional<LifecycleAlert> judge(String revenue, Instant now) {
    return ALERTS.judge(slip(42), spent(revenue), now);
  }

  private static PurchaseHistory spent(String revenue) {
    return Customer.seen("ada", 0).buying(0, revenue).history();
  }

  private static Move slip(int day) {
    return new Move(LifecycleState.AT_RISK, at(day), Move.Cause.TIME);
  }
}
