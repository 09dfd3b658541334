package io.clientele.lifecycle;

import static io.clientele.lifecycle.Policies.STATES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LifecyclePolicyTest {

  @Test
  void crossingIsTheFirstMillisecondBelowTheThreshold() {
    BuyingLife life = BuyingLife.from(Customer.START).with(Customer.at(30));

    Instant atRisk = STATES.atRiskAt(life);

    assertThat(STATES.buysWithinHorizon(life, atRisk)).isLessThan(.25);
    assertThat(STATES.buysWithinHorizon(life, atRisk.minusMillis(1))).isGreaterThanOrEqualTo(.25);
    assertThat(STATES.churnedAt(life)).isAfter(atRisk);
  }

  @Test
  void thresholdsMustBeOrderedAndBelowANewCustomersProbability() {
    assertThatThrownBy(() -> thresholds(.10, .25)).hasMessageContaining("churned < at risk");
    assertThatThrownBy(() -> thresholds(.25, .25)).hasMessageContaining("churned < at risk");
    assertThatThrownBy(() -> thresholds(.25, 0)).hasMessageContaining("churned < at risk");
    assertThatThrownBy(() -> thresholds(.40, .10)).hasMessageContaining("a new customer buys");
  }

  @Test
  void smallestThresholdIsStillCrossed() {
    LifecyclePolicy patient = thresholds(.25, .001);
    BuyingLife life = BuyingLife.from(Customer.START);

    assertThat(patient.buysWithinHorizon(life, patient.churnedAt(life))).isLessThan(.001);
  }

  private static LifecyclePolicy thresholds(double atRiskBelow, double churnedBelow) {
    return new LifecyclePolicy(MbgNbd.CDNOW, Duration.ofDays(180), atRiskBelow, churnedBelow);
  }
}
