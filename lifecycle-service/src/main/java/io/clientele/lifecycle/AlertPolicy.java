package io.clientele.lifecycle;

import io.clientele.contract.LifecycleAlert;
import io.clientele.contract.LifecycleTransition;
import io.clientele.contract.PurchaseHistory;
import java.time.Instant;
import java.util.Optional;

/** Decides whether a transition is worth somebody's time. */
@FunctionalInterface
public interface AlertPolicy {

  /**
   * The alert, or nothing. The same facts give an alert with the same id.
   *
   * @param now when the transition became known
   */
  Optional<LifecycleAlert> judge(
      LifecycleTransition transition, PurchaseHistory history, Instant now);
}
