package io.clientele.lifecycle;

import io.clientele.contract.LifecycleAlert;
import io.clientele.contract.PurchaseHistory;
import java.time.Instant;
import java.util.Optional;

/** Decides whether a move is worth somebody's time. */
public interface AlertPolicy {

  /**
   * The alert that a move deserves by what is known today, however long ago it was, or nothing. The
   * same customer and move give an alert with the same id.
   *
   * @param now when the alert counts as raised; changes nothing else
   */
  Optional<LifecycleAlert> judge(Move move, PurchaseHistory history, Instant now);

  /** Whether it still makes sense to raise an alert that has not been raised. */
  boolean isNews(LifecycleAlert alert, PurchaseHistory history, Instant now);
}
