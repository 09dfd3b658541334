package io.clientele.lifecycle;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.contract.CustomerIds;
import io.clientele.contract.LifecycleAlert;
import io.clientele.contract.LifecycleAlert.Severity;
import io.clientele.contract.LifecycleState;
import io.clientele.contract.Money;
import io.clientele.contract.PurchaseHistory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

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

  /** Value is what came in until the slip, less what has been refunded since. */
  @Override
  public Optional<LifecycleAlert> judge(Move move, PurchaseHistory history, Instant now) {
    if (move.state() != LifecycleState.AT_RISK || CustomerIds.isAnonymous(history.customerId())) {
      return Optional.empty();
    }
    BigDecimal value =
        history.days().stream()
            .filter(day -> day.orders() == 0 || !day.firstAt().isAfter(move.at()))
            .map(PurchaseHistory.Day::revenue)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return value.compareTo(valuableFrom) >= 0
        ? Optional.of(alert(move, history, new Money(value, history.currency()), now))
        : Optional.empty();
  }

  /** Not too long after the slip, and only as long as the customer is not back by oneself. */
  @Override
  public boolean isNews(LifecycleAlert alert, PurchaseHistory history, Instant now) {
    return !alert.effectiveAt().isBefore(now.minus(window))
        && purchases(history).noneMatch(purchase -> purchase.isAfter(alert.effectiveAt()));
  }

  private LifecycleAlert alert(Move slip, PurchaseHistory history, Money value, Instant now) {
    Instant lastPurchase =
        purchases(history)
            .filter(purchase -> !purchase.isAfter(slip.at()))
            .max(Instant::compareTo)
            .orElse(slip.at());
    long days = Duration.between(lastPurchase, slip.at()).toDays();
    return new LifecycleAlert(
        idOf(history.customerId(), slip),
        history.customerId(),
        KIND,
        severityOf(value.amount()),
        now,
        slip.at(),
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

  private static String idOf(String customerId, Move slip) {
    String cause = KIND + "\n" + slip.at() + "\n" + customerId;
    return UUID.nameUUIDFromBytes(cause.getBytes(UTF_8)).toString();
  }

  private static Stream<Instant> purchases(PurchaseHistory history) {
    return history.days().stream()
        .filter(day -> day.orders() > 0)
        .map(PurchaseHistory.Day::firstAt);
  }
}
