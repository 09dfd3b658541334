package io.clientele.contract;

import java.time.Instant;

/**
 * A customer's move from one state to the next.
 *
 * @param customerId the canonical id
 * @param from null for the first
 * @param to where the customer stands from then on
 * @param effectiveAt when it truly happened, which may be long before it was known
 * @param cause {@code purchase}, {@code time}, {@code first-seen} or {@code history-changed}
 * @param correction whether it takes back what was announced before: late events, refunds, merges
 */
public record LifecycleTransition(
    String customerId,
    LifecycleState from,
    LifecycleState to,
    Instant effectiveAt,
    String cause,
    boolean correction) {

  public LifecycleTransition {
    Require.text(customerId, "customerId");
    Require.present(to, "to");
    Require.present(effectiveAt, "effectiveAt");
    Require.text(cause, "cause");
  }
}
