package io.clientele.lifecycle;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.contract.CustomerIds;
import io.clientele.contract.LifecycleAlert;
import io.clientele.contract.LifecycleAlert.Severity;
import io.clientele.contract.LifecycleState;
import io.clientele.contract.LifecycleTransition;
import io.clientele.contract.Money;
import io.clientele.contract.PurchaseHistory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Calls for attention when a customer who brought in much slips to at risk.
 *
 * @param valuableFrom net revenue from which a customer is valuable, in the base currency
 * @param window how long after the fact it is still worth acting on
 */
public record ValuableCustomerAtRisk(BigDecimal valuableFrom, Duration window)
    implements AlertPolicy {

  /** The kind of alert. */
  public static final String KIND = "valuable-customer-at-risk";

  private static final BigDecimal MEDIUM_FACTOR = BigDecimal.valueOf(2);
  private static final BigDecimal HIGH_FACTOR = BigDecimal.valueOf(4);

  public ValuableCustomerAtRisk {
    if (valuableFrom.signum() <= 0 || window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("value and window of an alert must be positive");
    }
  }

  @Override
  public Optional<LifecycleAlert> judge(
      LifecycleTransition transition, PurchaseHistory history, Instant now) {
    Instant at = transition.effectiveAt();
    Instant lastPurchase = lastPurchase(history);
    BigDecimal value =
        history.days().stream()
            .map(PurchaseHistory.Day::revenue)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean worthIt =
        transition.to() == LifecycleState.AT_RISK
            && !CustomerIds.isAnonymous(transition.customerId())
            && value.compareTo(valuableFrom) >= 0
            && !at.isBefore(now.minus(window))
            && !at.isBefore(lastPurchase);
    return worthIt
        ? Optional.of(alert(transition, new Money(value, history.currency()), lastPurchase, now))
        : Optional.empty();
  }

  private LifecycleAlert alert(
      LifecycleTransition transition, Money value, Instant lastPurchase, Instant now) {
    long days = Duration.between(lastPurchase, transition.effectiveAt()).toDays();
    return new LifecycleAlert(
        idOf(transition),
        transition.customerId(),
        KIND,
        severityOf(value.amount()),
        now,
        transition.effectiveAt(),
        "Has not bought for %d days.".formatted(days),
        value,
        false);
  }

  private Severity severityOf(BigDecimal value) {
    if (value.compareTo(valuableFrom.multiply(HIGH_FACTOR)) >= 0) {
      return Severity.HIGH;
    }
    return value.compareTo(valuableFrom.multiply(MEDIUM_FACTOR)) >= 0
        ? Severity.MEDIUM
        : Severity.LOW;
  }

  private static String idOf(LifecycleTransition transition) {
    String cause = KIND + "\n" + transition.effectiveAt() + "\n" + transition.customerId();
    return UUID.nameUUIDFromBytes(cause.getBytes(UTF_8)).toString();
  }

  private static Instant lastPurchase(PurchaseHistory history) {
    return history.days().stream()
        .filter(day -> day.orders() > 0)
        .map(PurchaseHistory.Day::firstAt)
        .max(Instant::compareTo)
        .orElse(Instant.MAX);
  }
}
