package io.clientele.lifecycle;

import static io.clientele.lifecycle.Customer.at;
import static io.clientele.lifecycle.Policies.ALERTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.LifecycleAlert;
import io.clientele.contract.LifecycleAlert.Severity;
import io.clientele.contract.LifecycleState;
import io.clientele.contract.LifecycleTransition;
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
  void refundsLowerTheValue() {
    Customer customer = Customer.seen("ada", 0).buying(0, "300").refunded(1, "100");

    assertThat(ALERTS.judge(slip("ada", 42), customer.history(), at(42))).isEmpty();
  }

  @Test
  void shopperWithoutANameIsNobodyToCall() {
    Customer nameless = Customer.seen("anonymous:d1", 0).buying(0, "1000");

    assertThat(ALERTS.judge(slip("anonymous:d1", 42), nameless.history(), at(42))).isEmpty();
  }

  @Test
  void slipOfLongAgoIsNoNews() {
    assertThat(judge("1000", at(49))).isPresent();
    assertThat(judge("1000", at(49).plusMillis(1))).isEmpty();
  }

  @Test
  void customerWhoHasBoughtSinceNeedsNoCall() {
    Customer back = Customer.seen("ada", 0).buying(0, "1000").buying(43, "10");

    assertThat(ALERTS.judge(slip("ada", 42), back.history(), at(44))).isEmpty();
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
    Customer customer = Customer.seen("ada", 0).buying(0, revenue);
    return ALERTS.judge(slip("ada", 42), customer.history(), now);
  }

  private static LifecycleTransition slip(String customerId, int day) {
    return new LifecycleTransition(
        customerId, LifecycleState.NEW, LifecycleState.AT_RISK, at(day), "time", false);
  }
}
