package io.clientele.lifecycle;

import io.clientele.contract.LifecycleState;
import io.clientele.contract.PurchaseHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that a purchase history says about a customer's lifecycle, past and to come: a function of
 * the history and the policy alone, whatever the order in which its events arrived.
 *
 * @param moves from first sight to the last threshold that time will cross, in order of time; at
 *     least one
 * @param life what the model knows, or empty without a purchase
 */
public record LifecycleHistory(List<Move> moves, Optional<BuyingLife> life) {

  public LifecycleHistory {
    moves = List.copyOf(moves);
  }

  /** The lifecycle of a history. Costs one evaluation of the model a purchase day. */
  public static LifecycleHistory of(PurchaseHistory history, LifecyclePolicy policy) {
    Walk walk = new Walk(policy);
    List<Instant> purchases = purchases(history);
    if (purchases.isEmpty() || history.firstSeenAt().isBefore(purchases.get(0))) {
      walk.enter(LifecycleState.PROSPECT, history.firstSeenAt(), Move.Cause.FIRST_SEEN);
    }
    purchases.forEach(walk::buy);
    walk.waitForEver();
    return new LifecycleHistory(walk.moves, Optional.ofNullable(walk.life));
  }

  /**
   * The lifecycle as it stands at a moment: today's knowledge of what happened until then, and what
   * time alone would bring from there.
   */
  public static LifecycleHistory asOf(
      Instant moment, PurchaseHistory history, LifecyclePolicy policy) {
    List<PurchaseHistory.Day> until =
        history.days().stream().filter(day -> !day.firstAt().isAfter(moment)).toList();
    return of(
        new PurchaseHistory(
            history.customerId(),
            history.firstSeenAt(),
            history.currency(),
            until,
            history.activeDays()),
        policy);
  }

  /**
   * Only the state at a moment, or empty before first sight: the same as {@link #at} without
   * searching for any crossing, for counting many customers.
   */
  public static Optional<LifecycleState> stateAt(
      Instant moment, PurchaseHistory history, LifecyclePolicy policy) {
    LifecycleState state = history.firstSeenAt().isAfter(moment) ? null : LifecycleState.PROSPECT;
    BuyingLife life = null;
    for (Instant purchase : purchases(history)) {
      if (purchase.isAfter(moment)) {
        break;
      }
      if (life == null || before(purchase, life, policy) < policy.churnedBelow()) {
        state = life == null ? LifecycleState.NEW : LifecycleState.WON_BACK;
        life = BuyingLife.from(purchase);
      } else {
        state = LifecycleState.ACTIVE;
        life = life.with(purchase);
      }
    }
    double probability = life == null ? 1 : policy.buysWithinHorizon(life, moment);
    if (probability < policy.churnedBelow()) {
      return Optional.of(LifecycleState.CHURNED);
    }
    return probability < policy.atRiskBelow()
        ? Optional.of(LifecycleState.AT_RISK)
        : Optional.ofNullable(state);
  }

  /** The probability that a purchase interrupts: that of the millisecond before it. */
  private static double before(Instant purchase, BuyingLife life, LifecyclePolicy policy) {
    return policy.buysWithinHorizon(life, purchase.minusMillis(1));
  }

  /** The state at a moment and since when, or empty before first sight. */
  public Optional<Move> at(Instant moment) {
    Optional<Move> standing = Optional.empty();
    for (Move move : moves) {
      if (move.at().isAfter(moment)) {
        break;
      }
      standing = Optional.of(move);
    }
    return standing;
  }

  /** The next move after a moment, or empty for prospects and the churned. */
  public Optional<Move> next(Instant moment) {
    return moves.stream().filter(move -> move.at().isAfter(moment)).findFirst();
  }

  /** When the customer last bought, or empty. */
  public Optional<Instant> lastPurchase() {
    return life.map(BuyingLife::last);
  }

  /** Days with orders that count; a day with nothing but refunds is no purchase. */
  private static List<Instant> purchases(PurchaseHistory history) {
    return history.days().stream()
        .filter(day -> day.orders() > 0)
        .map(PurchaseHistory.Day::firstAt)
        .toList();
  }

  /** Walks through a customer's purchases and collects the moves. */
  private static final class Walk {
    private final LifecyclePolicy policy;
    private final List<Move> moves = new ArrayList<>();
    private LifecycleState state;
    private BuyingLife life;

    Walk(LifecyclePolicy policy) {
      this.policy = policy;
    }

    void enter(LifecycleState next, Instant at, Move.Cause cause) {
      state = next;
      moves.add(new Move(next, at, cause));
    }

    void buy(Instant purchase) {
      if (life == null) {
        life = BuyingLife.from(purchase);
        enter(LifecycleState.NEW, purchase, Move.Cause.PURCHASE);
        return;
      }
      waitUntil(purchase);
      if (state == LifecycleState.CHURNED) {
        life = BuyingLife.from(purchase);
        enter(LifecycleState.WON_BACK, purchase, Move.Cause.PURCHASE);
      } else {
        life = life.with(purchase);
        if (state != LifecycleState.ACTIVE) {
          enter(LifecycleState.ACTIVE, purchase, Move.Cause.PURCHASE);
        }
      }
    }

    /** Searches for crossings only where the threshold has been crossed by then. */
    private void waitUntil(Instant purchase) {
      double probability = before(purchase, life, policy);
      if (probability < policy.atRiskBelow()) {
        enter(LifecycleState.AT_RISK, policy.atRiskAt(life), Move.Cause.TIME);
      }
      if (probability < policy.churnedBelow()) {
        enter(LifecycleState.CHURNED, policy.churnedAt(life), Move.Cause.TIME);
      }
    }

    void waitForEver() {
      if (life != null) {
        enter(LifecycleState.AT_RISK, policy.atRiskAt(life), Move.Cause.TIME);
        enter(LifecycleState.CHURNED, policy.churnedAt(life), Move.Cause.TIME);
      }
    }
  }
}
