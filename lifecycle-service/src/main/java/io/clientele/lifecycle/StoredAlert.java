package io.clientele.lifecycle;

import io.clientele.contract.LifecycleAlert;
import java.util.Objects;

/**
 * An alert as the database has it.
 *
 * @param sequence grows with every change; who has read up to one has missed none below it
 */
public record StoredAlert(LifecycleAlert alert, Status status, long sequence) {

  /** Whether somebody should still look at it. */
  public enum Status {
    OPEN,
    /** A correction has taken its cause away. */
    WITHDRAWN
  }

  public StoredAlert {
    Objects.requireNonNull(alert, "alert");
    Objects.requireNonNull(status, "status");
  }
}
