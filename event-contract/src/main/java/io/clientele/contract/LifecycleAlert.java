package io.clientele.contract;

import java.time.Instant;

/**
 * Something about one customer that somebody should act on.
 *
 * @param alertId stable: the same cause raises the same alert
 * @param customerId the canonical id
 * @param kind kebab-case, such as {@code valuable-customer-at-risk}
 * @param severity how much it matters
 * @param raisedAt when the platform noticed
 * @param effectiveAt when it happened
 * @param text one sentence in English, without personal data
 * @param valueAtStake what the customer brought in so far, in the base currency
 * @param withdrawn whether a correction has taken its cause away
 */
public record LifecycleAlert(
    String alertId,
    String customerId,
    String kind,
    Severity severity,
    Instant raisedAt,
    Instant effectiveAt,
    String text,
    Money valueAtStake,
    boolean withdrawn) {

  /** How much it matters. */
  public enum Severity {
    LOW,
    MEDIUM,
    HIGH
  }

  public LifecycleAlert {
    Require.text(alertId, "alertId");
    Require.text(customerId, "customerId");
    Require.text(kind, "kind");
    Require.present(severity, "severity");
    Require.present(raisedAt, "raisedAt");
    Require.present(effectiveAt, "effectiveAt");
    Require.text(text, "text");
    Require.present(valueAtStake, "valueAtStake");
  }
}
