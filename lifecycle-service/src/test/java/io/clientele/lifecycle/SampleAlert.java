package io.clientele.lifecycle;

import io.clientele.contract.LifecycleAlert;
import io.clientele.contract.Money;
import java.math.BigDecimal;
import java.time.Instant;

/** An alert of which only the id matters. */
public final class SampleAlert {

  private SampleAlert() {}

  public static LifecycleAlert withId(String alertId) {
    return new LifecycleAlert(
        alertId,
        "ada",
        ValuableCustomerAtRisk.KIND,
        LifecycleAlert.Severity.LOW,
        Instant.EPOCH,
        Instant.EPOCH,
        "Has not bought for 42 days.",
        new Money(BigDecimal.TEN, "USD"),
        false);
  }
}
