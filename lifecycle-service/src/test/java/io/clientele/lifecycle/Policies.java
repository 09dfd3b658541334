package io.clientele.lifecycle;

import java.math.BigDecimal;
import java.time.Duration;

/** The rules as they are unless configured otherwise. */
public final class Policies {

  public static final LifecyclePolicy STATES =
      new LifecyclePolicy(MbgNbd.CDNOW, Duration.ofDays(180), .25, .10);

  public static final AlertPolicy ALERTS =
      new ValuableCustomerAtRisk(BigDecimal.valueOf(250), Duration.ofDays(7));

  public static final LifecycleFollower FOLLOWER =
      new LifecycleFollower(STATES, Duration.ofSeconds(10), ALERTS);

  private Policies() {}
}
