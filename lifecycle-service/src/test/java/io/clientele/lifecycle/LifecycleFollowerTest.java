package io.clientele.lifecycle;

import static io.clientele.contract.LifecycleState.ACTIVE;
import static io.clientele.contract.LifecycleState.AT_RISK;
import static io.clientele.contract.LifecycleState.CHURNED;
import static io.clientele.contract.LifecycleState.NEW;
import static io.clientele.contract.LifecycleState.PROSPECT;
import static io.clientele.contract.LifecycleState.WON_BACK;
import static io.clientele.lifecycle.Customer.at;
import static io.clientele.lifecycle.Policies.FOLLOWER;
import static io.clientele.lifecycle.Policies.STATES;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.LifecycleAlert;
import io.clientele.contract.LifecycleState;
import io.clientele.contract.LifecycleTransition;
import io.clientele.contract.MergedInto;
import io.clientele.contract.PurchaseHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LifecycleFollowerTest {

  private static final PurchaseHistory ADA = Customer.seen("ada", 0).buying(0, "300").history();
  private static final Instant SLIP = LifecycleHistory.of(ADA, STATES).moves().get(1).at();

  @Test
  void purchaseIsToldAtOnceAndTheSlipAtItsOwnMoment() {
    LifecycleStep bought = FOLLOWER.arrive(null, ADA, at(0));
    LifecycleStep early = FOLLOWER.wake(bought.entry(), SLIP.minusMillis(1));
    LifecycleStep due = FOLLOWER.wake(early.entry(), SLIP);

    assertThat(states(bought)).containsExactly(NEW);
    assertThat(bought.entry().timer()).isEqualTo(SLIP);
    assertThat(states(early)).isEmpty();
    assertThat(due.transitions())
        .containsExactly(new LifecycleTransition("ada", NEW, AT_RISK, SLIP, "time", false));
  }

  @Test
  void slipThatWasOverdueWhenFoundWaitsForTheHistoryToSettle() {
    LifecycleStep loaded = FOLLOWER.arrive(null, ADA, at(1000));
    LifecycleStep settled = FOLLOWER.wake(loaded.entry(), at(1000).plusSeconds(10));

    assertThat(states(loaded)).containsExactly(NEW);
    assertThat(loaded.entry().timer()).isEqualTo(at(1000).plusSeconds(10));
    assertThat(states(settled)).containsExactly(AT_RISK, CHURNED);
    assertThat(settled.entry().timer()).isNull();
  }

  @Test
  void loadedYearsTellNoSlipThatTheNextRecordUndoes() {
    LifecycleStep first = FOLLOWER.arrive(null, ADA, at(1000));
    PurchaseHistory more = Customer.bought("ada", List.of(0, 500));

    LifecycleStep second = FOLLOWER.arrive(first.entry(), more, at(1000).plusSeconds(1));

    assertThat(states(second)).containsExactly(AT_RISK, CHURNED, WON_BACK);
    assertThat(second.transitions()).noneMatch(LifecycleTransition::correction);
  }

  @Test
  void sameHistoryAgainSaysNothing() {
    LifecycleStep first = FOLLOWER.arrive(null, ADA, at(0));

    LifecycleStep again = FOLLOWER.arrive(first.entry(), ADA, at(1));

    assertThat(again.transitions()).isEmpty();
    assertThat(again.alerts()).isEmpty();
  }

  @Test
  void latePurchaseTakesBackTheSlipThatWasTold() {
    LifecycleEntry slipped = slipped();
    PurchaseHistory late = Customer.bought("ada", List.of(0, 40));

    LifecycleStep step = FOLLOWER.arrive(slipped, late, SLIP.plusSeconds(60));

    assertThat(step.transitions())
        .containsExactly(new LifecycleTransition("ada", NEW, ACTIVE, at(40), "purchase", true));
    assertThat(step.alerts()).extracting(LifecycleAlert::withdrawn).containsExactly(true);
    assertThat(step.alerts().get(0).alertId()).isEqualTo(slipped.alert().alertId());
    assertThat(step.entry().alert().withdrawn()).isTrue();
  }

  @Test
  void refundOfTheOnlyOrderLeadsBackToProspect() {
    Customer ada = Customer.seen("ada", 0);
    LifecycleStep bought = FOLLOWER.arrive(null, ada.buying(1, "20").history(), at(1));

    LifecycleStep refunded = FOLLOWER.arrive(bought.entry(), ada.history(), at(2));

    assertThat(refunded.transitions())
        .containsExactly(
            new LifecycleTransition("ada", NEW, PROSPECT, at(0), "history-changed", true));
    assertThat(refunded.entry().timer()).isNull();
  }

  @Test
  void valuableCustomerWhoSlipsRaisesOneAlert() {
    LifecycleStep bought = FOLLOWER.arrive(null, ADA, at(0));
    LifecycleStep slipped = FOLLOWER.wake(bought.entry(), SLIP);
    LifecycleStep again = FOLLOWER.wake(slipped.entry(), SLIP.plusSeconds(1));

    assertThat(slipped.alerts()).hasSize(1);
    assertThat(slipped.alerts().get(0).effectiveAt()).isEqualTo(SLIP);
    assertThat(slipped.alerts().get(0).withdrawn()).isFalse();
    assertThat(again.alerts()).isEmpty();
  }

  @Test
  void purchaseAfterTheSlipLeavesTheAlertStanding() {
    LifecycleEntry slipped = slipped();
    PurchaseHistory back = Customer.seen("ada", 0).buying(0, "300").buying(50, "10").history();

    LifecycleStep step = FOLLOWER.arrive(slipped, back, at(50));

    assertThat(states(step)).containsExactly(ACTIVE);
    assertThat(step.alerts()).isEmpty();
  }

  @Test
  void mergeKeepsNothingButTheWayToTheOtherIdAndWithdrawsTheAlert() {
    LifecycleEntry slipped = slipped();

    LifecycleStep merged = FOLLOWER.arrive(slipped, new MergedInto("ada", "bea"), at(60));

    assertThat(merged.entry().record()).isEqualTo(new MergedInto("ada", "bea"));
    assertThat(merged.entry().timer()).isNull();
    assertThat(merged.entry().announced()).isEmpty();
    assertThat(merged.alerts()).extracting(LifecycleAlert::withdrawn).containsExactly(true);
    assertThat(FOLLOWER.wake(merged.entry(), at(2000)).transitions()).isEmpty();
  }

  @Test
  void tombstoneForgetsTheCustomer() {
    LifecycleStep gone = FOLLOWER.arrive(slipped(), null, at(60));

    assertThat(gone.entry()).isNull();
    assertThat(gone.alerts()).extracting(LifecycleAlert::withdrawn).containsExactly(true);
    assertThat(FOLLOWER.arrive(null, null, at(60)).alerts()).isEmpty();
  }

  @Test
  void clockThatJumpsBackTakesNothingBack() {
    LifecycleEntry slipped = slipped();

    LifecycleStep step = FOLLOWER.arrive(slipped, ADA, at(1));

    assertThat(step.transitions()).isEmpty();
    assertThat(step.entry().announced()).isEqualTo(slipped.announced());
  }

  @Test
  void serviceThatWasDownForAYearTellsTheTrueTimes() {
    LifecycleStep bought = FOLLOWER.arrive(null, ADA, at(0));

    LifecycleStep late = FOLLOWER.wake(bought.entry(), at(700));

    assertThat(late.transitions())
        .extracting(LifecycleTransition::effectiveAt)
        .containsExactly(SLIP, STATES.churnedAt(BuyingLife.from(at(0))));
    assertThat(late.alerts()).isEmpty();
  }

  @Property(tries = 500)
  void anyOrderOfArrivalEndsInTheSameHistory(
      @ForAll @Size(min = 1, max = 8) Set<@IntRange(max = 1200) Integer> purchases,
      @ForAll Random random) {
    List<Integer> order = new ArrayList<>(purchases);
    Collections.shuffle(order, random);
    Set<Integer> arrived = new HashSet<>();
    List<LifecycleTransition> told = new ArrayList<>();
    LifecycleEntry entry = null;
    Instant now = at(random.nextInt(1300));
    for (int purchase : order) {
      arrived.add(purchase);
      now = now.plusSeconds(random.nextInt(86_400 * 40));
      LifecycleStep step = FOLLOWER.arrive(entry, Customer.bought("ada", arrived), now);
      told.addAll(step.transitions());
      entry = step.entry();
      if (entry.timer() != null && random.nextBoolean()) {
        now = entry.timer().isAfter(now) ? entry.timer() : now;
        step = FOLLOWER.wake(entry, now);
        told.addAll(step.transitions());
        entry = step.entry();
      }
    }
    while (entry.timer() != null) {
      LifecycleStep step = FOLLOWER.wake(entry, entry.timer());
      told.addAll(step.transitions());
      entry = step.entry();
    }

    List<Move> moves = LifecycleHistory.of(Customer.bought("ada", purchases), STATES).moves();
    assertThat(entry.announced()).isEqualTo(moves);
    assertThat(told.get(told.size() - 1).to()).isEqualTo(CHURNED);
    assertThat(told)
        .extracting(LifecycleTransition::effectiveAt)
        .containsAll(moves.stream().map(Move::at).toList());
  }

  private static LifecycleEntry slipped() {
    LifecycleStep bought = FOLLOWER.arrive(null, ADA, at(0));
    return FOLLOWER.wake(bought.entry(), SLIP).entry();
  }

  private static List<LifecycleState> states(LifecycleStep step) {
    return step.transitions().stream().map(LifecycleTransition::to).toList();
  }
}
