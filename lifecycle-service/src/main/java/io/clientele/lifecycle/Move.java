package io.clientele.lifecycle;

import io.clientele.contract.LifecycleState;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * A customer's entry into a state.
 *
 * @param at when it truly happened or will happen
 */
public record Move(LifecycleState state, Instant at, Cause cause) {

  /** What brings a customer into a state. */
  public enum Cause {
    FIRST_SEEN,
    PURCHASE,
    TIME;

    /** As transitions name it. */
    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Move {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(cause, "cause");
  }
}
