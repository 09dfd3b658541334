package io.clientele.lifecycle;

import io.clientele.contract.LifecycleAlert;
import io.clientele.contract.LifecycleState;
import io.clientele.contract.PurchaseHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one alert that stands for a customer: that of the last slip told, as today's history judges
 * it. Judging anew at every step keeps it independent of the order in which events arrive.
 *
 * @param newest the newest alert raised, maybe withdrawn, or null
 * @param changes to tell, in order
 */
record StandingAlert(LifecycleAlert newest, List<LifecycleAlert> changes) {

  StandingAlert {
    changes = List.copyOf(changes);
  }

  /** What follows from the moves told so far; {@code before} is null or the newest alert. */
  static StandingAlert judge(
      LifecycleAlert before,
      List<Move> told,
      PurchaseHistory history,
      AlertPolicy policy,
      Instant now) {
    // Later than the last one whatever the clock says: readers take the newest raise of an id.
    Instant raisedAt =
        before != null && !now.isAfter(before.raisedAt()) ? before.raisedAt().plusMillis(1) : now;
    LifecycleAlert verdict =
        slip(told).flatMap(slip -> policy.judge(slip, history, raisedAt)).orElse(null);
    boolean open = before != null && !before.withdrawn();
    boolean same = open && verdict != null && before.alertId().equals(verdict.alertId());
    if (same && with(verdict, before.raisedAt(), false).equals(before)) {
      return new StandingAlert(before, List.of());
    }
    List<LifecycleAlert> changes = new ArrayList<>();
    LifecycleAlert newest = before;
    if (open && !same) {
      newest = with(before, before.raisedAt(), true);
      changes.add(newest);
    }
    if (same || (verdict != null && policy.isNews(verdict, history, now))) {
      newest = verdict;
      changes.add(newest);
    }
    return new StandingAlert(newest, changes);
  }

  /** The withdrawal of an alert that may stand, for a customer of whom nothing is kept. */
  static List<LifecycleAlert> withdraw(LifecycleAlert before) {
    return before == null || before.withdrawn()
        ? List.of()
        : List.of(with(before, before.raisedAt(), true));
  }

  private static Optional<Move> slip(List<Move> told) {
    return told.stream()
        .filter(move -> move.state() == LifecycleState.AT_RISK)
        .reduce((earlier, later) -> later);
  }

  private static LifecycleAlert with(LifecycleAlert alert, Instant raisedAt, boolean withdrawn) {
    return new LifecycleAlert(
        alert.alertId(),
        alert.customerId(),
        alert.kind(),
        alert.severity(),
        raisedAt,
        alert.effectiveAt(),
        alert.text(),
        alert.valueAtStake(),
        withdrawn);
  }
}
