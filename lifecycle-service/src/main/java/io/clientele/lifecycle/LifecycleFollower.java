package io.clientele.lifecycle;

import io.clientele.contract.HistoryRecord;
import io.clientele.contract.LifecycleAlert;
import io.clientele.contract.LifecycleState;
import io.clientele.contract.LifecycleTransition;
import io.clientele.contract.MergedInto;
import io.clientele.contract.PurchaseHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells a customer's moves as they become due and takes back what a changed history no longer says.
 * Whatever the order in which histories arrive, what stands in the end is the lifecycle of the last
 * one.
 *
 * @param policy what the states mean
 * @param settle how long a customer's history must have been quiet before a threshold that was
 *     crossed in the past is told: while years are loaded, most such crossings are undone by the
 *     next record
 * @param alerting which moves call for attention
 */
public record LifecycleFollower(LifecyclePolicy policy, Duration settle, AlertPolicy alerting) {

  private static final String HISTORY_CHANGED = "history-changed";

  public LifecycleFollower {
    if (settle.isNegative()) {
      throw new IllegalArgumentException("the time to settle cannot be negative");
    }
  }

  /**
   * A record of {@code purchase-histories} has arrived.
   *
   * @param known the entry so far, or null
   * @param record the new one, or null for a tombstone
   */
  public LifecycleStep arrive(LifecycleEntry known, HistoryRecord record, Instant now) {
    if (record instanceof PurchaseHistory history) {
      List<Move> announced = known == null ? List.of() : known.announced();
      LifecycleAlert alert = known == null ? null : known.alert();
      return announce(new LifecycleEntry(history, now, announced, null, alert), history, now);
    }
    LifecycleEntry redirect =
        record instanceof MergedInto merged
            ? new LifecycleEntry(merged, now, List.of(), null, null)
            : null;
    LifecycleAlert alert = known == null ? null : known.alert();
    return new LifecycleStep(redirect, List.of(), StandingAlert.withdraw(alert));
  }

  /** A customer's timer has come due. Safe to call at any other time as well. */
  public LifecycleStep wake(LifecycleEntry known, Instant now) {
    return known.record() instanceof PurchaseHistory history
        ? announce(known, history, now)
        : new LifecycleStep(known, List.of(), List.of());
  }

  private LifecycleStep announce(LifecycleEntry entry, PurchaseHistory history, Instant now) {
    LifecycleHistory lifecycle = LifecycleHistory.of(history, policy);
    List<Move> moves = lifecycle.moves();
    int kept = commonPrefix(entry.announced(), moves);
    boolean correction = kept < entry.announced().size();
    List<Instant> due = dueTimes(lifecycle, entry.changedAt());
    int told = kept;
    while (told < moves.size() && !due.get(told).isAfter(now)) {
      told++;
    }
    List<LifecycleTransition> transitions = new ArrayList<>();
    for (int i = kept; i < told; i++) {
      transitions.add(transition(history.customerId(), moves, i, correction));
    }
    if (correction && transitions.isEmpty() && kept > 0) {
      transitions.add(takeBack(history.customerId(), entry.announced(), moves.get(kept - 1)));
    }
    StandingAlert alert =
        StandingAlert.judge(entry.alert(), moves.subList(0, told), history, alerting, now);
    return new LifecycleStep(
        new LifecycleEntry(
            history,
            entry.changedAt(),
            moves.subList(0, told),
            told < moves.size() ? due.get(told) : null,
            alert.newest()),
        transitions,
        alert.changes());
  }

  /**
   * When each move is to be told: at once where a purchase confirms it, at its own time where that
   * is to come, else when the history has settled; never before the move that it follows.
   */
  private List<Instant> dueTimes(LifecycleHistory lifecycle, Instant changedAt) {
    Instant lastPurchase = lifecycle.lastPurchase().orElse(Instant.MIN);
    List<Instant> due = new ArrayList<>();
    Instant previous = Instant.MIN;
    for (Move move : lifecycle.moves()) {
      boolean overdue =
          move.cause() == Move.Cause.TIME
              && !move.at().isBefore(lastPurchase)
              && !move.at().isAfter(changedAt);
      Instant own = overdue ? changedAt.plus(settle) : move.at();
      previous = own.isAfter(previous) ? own : previous;
      due.add(previous);
    }
    return due;
  }

  private static int commonPrefix(List<Move> announced, List<Move> moves) {
    int common = 0;
    while (common < announced.size()
        && common < moves.size()
        && announced.get(common).equals(moves.get(common))) {
      common++;
    }
    return common;
  }

  private static LifecycleTransition transition(
      String customerId, List<Move> moves, int index, boolean correction) {
    Move move = moves.get(index);
    LifecycleState from = index == 0 ? null : moves.get(index - 1).state();
    return new LifecycleTransition(
        customerId, from, move.state(), move.at(), move.cause().code(), correction);
  }

  /** Where nothing new replaces what was told: back to the state that still stands. */
  private static LifecycleTransition takeBack(
      String customerId, List<Move> announced, Move standing) {
    LifecycleState from = announced.get(announced.size() - 1).state();
    return new LifecycleTransition(
        customerId, from, standing.state(), standing.at(), HISTORY_CHANGED, true);
  }
}
