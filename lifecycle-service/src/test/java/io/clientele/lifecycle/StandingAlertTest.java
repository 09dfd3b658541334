package io.clientele.lifecycle;

import static io.clientele.lifecycle.Customer.at;
import static io.clientele.lifecycle.Policies.ALERTS;
import static io.clientele.lifecycle.Policies.FOLLOWER;
import static io.clientele.lifecycle.Policies.STATES;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.LifecycleAlert;
import io.clientele.contract.LifecycleAlert.Severity;
import io.clientele.contract.LifecycleState;
import io.clientele.contract.PurchaseHistory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StandingAlertTest {

  private static final Instant SLIP =
      LifecycleHistory.of(spending("300"), STATES).moves().get(1).at();

  @Test
  void lateRefundWithdrawsTheAlertOfWhomItLeavesWithLess() {
    LifecycleStep step = FOLLOWER.arrive(slipped("300"), spending("200"), SLIP.plusSeconds(60));

    assertThat(step.transitions()).isEmpty();
    assertThat(step.alerts()).extracting(LifecycleAlert::withdrawn).containsExactly(true);
  }

  @Test
  void lateOrderThatMakesTheCustomerValuableRaisesTheAlert() {
    LifecycleStep step = FOLLOWER.arrive(slipped("200"), spending("300"), SLIP.plusSeconds(60));

    assertThat(step.transitions()).isEmpty();
    assertThat(step.alerts()).extracting(LifecycleAlert::effectiveAt).containsExactly(SLIP);
  }

  @Test
  void alertThatReturnsIsRaisedLaterThanItWasBefore() {
    Instant same = SLIP.plusSeconds(60);
    LifecycleEntry slipped = slipped("300");
    LifecycleEntry refunded = FOLLOWER.arrive(slipped, spending("200"), same).entry();
    LifecycleEntry returned = FOLLOWER.arrive(refunded, spending("300"), same).entry();
    LifecycleEntry refundedAgain = FOLLOWER.arrive(returned, spending("200"), same).entry();

    LifecycleStep step = FOLLOWER.arrive(refundedAgain, spending("300"), same);

    assertThat(step.alerts().get(0).alertId()).isEqualTo(slipped.alert().alertId());
    assertThat(step.alerts().get(0).raisedAt()).isAfter(returned.alert().raisedAt());
  }

  @Test
  void changedValueChangesTheAlertUnderItsId() {
    LifecycleEntry slipped = slipped("300");

    LifecycleStep step = FOLLOWER.arrive(slipped, spending("2000"), SLIP.plusSeconds(60));

    assertThat(step.alerts()).extracting(LifecycleAlert::severity).containsExactly(Severity.HIGH);
    assertThat(step.alerts().get(0).alertId()).isEqualTo(slipped.alert().alertId());
    assertThat(step.alerts().get(0).raisedAt()).isAfter(slipped.alert().raisedAt());
  }

  @Test
  void alertStandsHoweverMuchTimePassesAndIsNotRaisedAnewByIt() {
    LifecycleStep later = FOLLOWER.wake(slipped("300"), at(1000));
    LifecycleStep tooLate = FOLLOWER.arrive(slipped("200"), spending("300"), at(1000));

    assertThat(later.alerts()).isEmpty();
    assertThat(tooLate.alerts()).isEmpty();
  }

  @Test
  void nextSlipTakesThePlaceOfTheOneBefore() {
    PurchaseHistory back = Customer.seen("ada", 0).buying(0, "300").buying(50, "10").history();
    LifecycleEntry bought = FOLLOWER.arrive(slipped("300"), back, at(50)).entry();

    LifecycleStep again = FOLLOWER.wake(bought, bought.timer());

    assertThat(again.alerts()).extracting(LifecycleAlert::withdrawn).containsExactly(true, false);
    assertThat(again.alerts()).extracting(LifecycleAlert::effectiveAt).doesNotHaveDuplicates();
  }

  @Property(tries = 1000)
  void anyOrderOfArrivalEndsInTheSameOpenAlert(
      @ForAll @IntRange(min = 1, max = 7) int count, @ForAll Random random) {
    List<Fact> facts =
        new ArrayList<>(
            IntStream.range(0, count)
                .mapToObj(i -> new Fact(random.nextInt(90), 40 * random.nextInt(-4, 9)))
                .toList());
    facts.add(new Fact(random.nextInt(90), 120));
    PurchaseHistory all = history(facts);
    Move slip = lastSlip(LifecycleHistory.of(all, STATES).moves());
    Collections.shuffle(facts, random);

    Map<String, LifecycleAlert> database = new HashMap<>();
    LifecycleEntry entry = null;
    Instant now = slip.at();
    for (int arrived = 1; arrived <= facts.size(); arrived++) {
      LifecycleStep step = FOLLOWER.arrive(entry, history(facts.subList(0, arrived)), now);
      step.alerts().forEach(alert -> store(database, alert));
      now = now.plusSeconds(random.nextInt(20));
      step = FOLLOWER.wake(step.entry(), now);
      step.alerts().forEach(alert -> store(database, alert));
      entry = step.entry();
    }
    store(database, FOLLOWER.wake(entry, now.plusSeconds(10)).alerts());

    assertThat(database.values().stream().filter(alert -> !alert.withdrawn()).map(this::gist))
        .containsExactlyElementsOf(ALERTS.judge(slip, all, now).stream().map(this::gist).toList());
  }

  /** An order, or a refund that refers to none where the amount is not positive. */
  private record Fact(int day, int amount) {}

  private static PurchaseHistory history(Collection<Fact> facts) {
    Map<Integer, List<Fact>> byDay = facts.stream().collect(Collectors.groupingBy(Fact::day));
    List<PurchaseHistory.Day> days = new ArrayList<>();
    for (int day : new TreeSet<>(byDay.keySet())) {
      int orders = (int) byDay.get(day).stream().filter(fact -> fact.amount() > 0).count();
      int revenue = byDay.get(day).stream().mapToInt(Fact::amount).sum();
      days.add(new PurchaseHistory.Day(at(day), at(day), orders, BigDecimal.valueOf(revenue)));
    }
    return new PurchaseHistory("ada", at(0), "USD", days, List.of());
  }

  private static void store(Map<String, LifecycleAlert> database, List<LifecycleAlert> alerts) {
    alerts.forEach(alert -> store(database, alert));
  }

  /** What the database does with a record, see AlertRepository. */
  private static void store(Map<String, LifecycleAlert> database, LifecycleAlert alert) {
    LifecycleAlert before = database.get(alert.alertId());
    if (before == null
        || alert.raisedAt().isAfter(before.raisedAt())
        || (alert.raisedAt().equals(before.raisedAt()) && alert.withdrawn())) {
      database.put(alert.alertId(), alert);
    }
  }

  private String gist(LifecycleAlert alert) {
    return alert.alertId() + alert.severity() + alert.valueAtStake() + alert.text();
  }

  private static Move lastSlip(List<Move> moves) {
    return moves.stream()
        .filter(move -> move.state() == LifecycleState.AT_RISK)
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private static PurchaseHistory spending(String revenue) {
    return Customer.seen("ada", 0).buying(0, revenue).history();
  }

  private static LifecycleEntry slipped(String revenue) {
    LifecycleStep bought = FOLLOWER.arrive(null, spending(revenue), at(0));
    return FOLLOWER.wake(bought.entry(), SLIP).entry();
  }
}
