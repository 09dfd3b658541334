package io.clientele.lifecycle;

import static io.clientele.contract.LifecycleState.ACTIVE;
import static io.clientele.contract.LifecycleState.AT_RISK;
import static io.clientele.contract.LifecycleState.CHURNED;
import static io.clientele.contract.LifecycleState.NEW;
import static io.clientele.contract.LifecycleState.PROSPECT;
import static io.clientele.contract.LifecycleState.WON_BACK;
import static io.clientele.lifecycle.Customer.at;
import static io.clientele.lifecycle.Policies.STATES;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.LifecycleState;
import io.clientele.contract.PurchaseHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LifecycleHistoryTest {

  @Test
  void whoHasOnlyLookedIsAProspectForEver() {
    LifecycleHistory lifecycle = LifecycleHistory.of(Customer.seen("ada", 3).history(), STATES);

    assertThat(states(lifecycle)).containsExactly(PROSPECT);
    assertThat(lifecycle.at(at(2))).isEmpty();
    assertThat(lifecycle.next(at(1000))).isEmpty();
  }

  @Test
  void whoHasOnlyRefundsIsAProspect() {
    PurchaseHistory refunds = Customer.seen("ada", 0).refunded(1, "10").history();

    assertThat(states(LifecycleHistory.of(refunds, STATES))).containsExactly(PROSPECT);
  }

  @Test
  void silenceMakesANewCustomerAtRiskAndThenChurned() {
    PurchaseHistory history = Customer.seen("ada", 0).buying(5, "10").history();

    LifecycleHistory lifecycle = LifecycleHistory.of(history, STATES);

    assertThat(states(lifecycle)).containsExactly(PROSPECT, NEW, AT_RISK, CHURNED);
    assertThat(lifecycle.at(at(5))).map(Move::state).contains(NEW);
    assertThat(lifecycle.next(at(5))).map(Move::state).contains(AT_RISK);
    assertThat(lifecycle.next(at(2000))).isEmpty();
  }

  @Test
  void firstPurchaseAtFirstSightLeavesNoTimeAsAProspect() {
    assertThat(states(lifecycle(0))).containsExactly(NEW, AT_RISK, CHURNED);
  }

  @Test
  void secondDayMakesActiveAndAThirdChangesNothing() {
    LifecycleHistory lifecycle = lifecycle(0, 10, 20);

    assertThat(states(lifecycle)).containsExactly(NEW, ACTIVE, AT_RISK, CHURNED);
    assertThat(lifecycle.at(at(20))).map(Move::at).contains(at(10));
  }

  @Test
  void purchaseInTimeRescuesACustomerAtRisk() {
    assertThat(states(lifecycle(0, 100))).containsExactly(NEW, AT_RISK, ACTIVE, AT_RISK, CHURNED);
  }

  @Test
  void churnedCustomerWhoBuysAgainIsWonBackAndThenActive() {
    assertThat(states(lifecycle(0, 500, 510)))
        .containsExactly(NEW, AT_RISK, CHURNED, WON_BACK, ACTIVE, AT_RISK, CHURNED);
  }

  @Test
  void wonBackCustomerStartsANewLifeAndSlipsAsLateAsANewOne() {
    Duration fromNew = Duration.between(at(0), moveTo(lifecycle(0), AT_RISK));
    Instant secondSlip = lifecycle(0, 500).moves().get(4).at();

    assertThat(Duration.between(at(500), secondSlip)).isEqualTo(fromNew);
  }

  @Test
  void pastMomentKnowsNothingOfLaterPurchases() {
    PurchaseHistory history = Customer.bought("ada", List.of(0, 20));

    LifecycleHistory then = LifecycleHistory.asOf(at(10), history, STATES);

    assertThat(then.at(at(10))).map(Move::state).contains(NEW);
    assertThat(then.next(at(10))).map(Move::state).contains(AT_RISK);
    assertThat(then.next(at(10))).map(Move::at).contains(moveTo(lifecycle(0), AT_RISK));
  }

  @Test
  void tenThousandPurchaseDaysAreWalkedThrough() {
    PurchaseHistory history = Customer.bought("ada", IntStream.range(0, 10_000).boxed().toList());

    assertThat(states(LifecycleHistory.of(history, STATES)))
        .containsExactly(NEW, ACTIVE, AT_RISK, CHURNED);
  }

  @Property(tries = 300)
  void stateOfAnyDayIsWhatWalkingDayByDayFinds(
      @ForAll @Size(min = 1, max = 12) Set<@IntRange(max = 1500) Integer> purchases) {
    PurchaseHistory history = Customer.bought("ada", purchases);
    LifecycleHistory lifecycle = LifecycleHistory.of(history, STATES);
    DayByDay simulation = new DayByDay();

    for (int day = 0; day < 2200; day++) {
      simulation.live(day, purchases.contains(day));
      Instant noon = at(day).plusSeconds(43_200);

      assertThat(lifecycle.at(noon).map(Move::state).orElse(null)).isEqualTo(simulation.noon(day));
      assertThat(LifecycleHistory.stateAt(noon, history, STATES))
          .isEqualTo(lifecycle.at(noon).map(Move::state));
    }
  }

  /** The definition of the states, followed without timers or searches. */
  private static final class DayByDay {
    private LifecycleState state;
    private int first;
    private int last;
    private int repeats;

    void live(int day, boolean buys) {
      if (!buys) {
        return;
      }
      boolean lost = state != null && probability(day) < STATES.churnedBelow();
      if (state == null || lost) {
        state = state == null ? NEW : WON_BACK;
        first = day;
        repeats = 0;
      } else {
        state = ACTIVE;
        repeats++;
      }
      last = day;
    }

    LifecycleState noon(int day) {
      if (state == null) {
        return null;
      }
      double probability = probability(day + .5);
      if (probability < STATES.churnedBelow()) {
        return CHURNED;
      }
      return probability < STATES.atRiskBelow() ? AT_RISK : state;
    }

    private double probability(double day) {
      return MbgNbd.CDNOW.buysWithin(180 / 7.0, repeats, (last - first) / 7.0, (day - first) / 7.0);
    }
  }

  private static LifecycleHistory lifecycle(Integer... purchases) {
    return LifecycleHistory.of(Customer.bought("ada", List.of(purchases)), STATES);
  }

  private static List<LifecycleState> states(LifecycleHistory lifecycle) {
    return lifecycle.moves().stream().map(Move::state).toList();
  }

  private static Instant moveTo(LifecycleHistory lifecycle, LifecycleState state) {
    return lifecycle.moves().stream()
        .filter(move -> move.state() == state)
        .findFirst()
        .orElseThrow()
        .at();
  }
}
