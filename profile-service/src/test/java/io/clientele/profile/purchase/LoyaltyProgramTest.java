package io.clientele.profile.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clientele.contract.Payload;
import io.clientele.contract.profile.Loyalty;
import io.clientele.profile.Events;
import io.clientele.profile.purchase.LoyaltyProgram.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LoyaltyProgramTest {

  @Test
  void wholeUnitsThatTheShopKeptMakePoints() {
    Loyalty loyalty = after(0, Events.order("o-1", "250.99"), Events.refund(null, "0.50"));

    assertThat(loyalty)
        .isEqualTo(
            new Loyalty(250, "silver", Events.money("250.49"), "gold", Events.money("249.51")));
  }

  @Test
  void tierIsReachedWithItsThresholdAndLostWhenTheOrderLeavesTheWindow() {
    assertThat(after(364, Events.order("o-1", "200")).tier()).isEqualTo("silver");
    assertThat(after(365, Events.order("o-1", "200")))
        .isEqualTo(new Loyalty(200, "bronze", Events.money("0"), "silver", Events.money("200")));
  }

  @Test
  void nothingIsAboveTheTop() {
    assertThat(after(0, Events.order("o-1", "5000")))
        .isEqualTo(new Loyalty(5000, "platinum", Events.money("5000"), null, null));
  }

  @Test
  void whoGaveBackMoreThanIsKnownToBeBoughtIsInTheLowestTierWithoutPoints() {
    assertThat(after(0, Events.refund(null, "30")))
        .isEqualTo(new Loyalty(0, "bronze", Events.money("-30"), "silver", Events.money("230")));
  }

  @Test
  void tiersMustRiseFromZeroUnderDifferentNames() {
    assertRefused("reached from a spend of 0", tier("silver", "1"));
    assertRefused("more than the one below", tier("bronze", "0"), tier("silver", "0"));
    assertRefused("two loyalty tiers", tier("bronze", "0"), tier("bronze", "5"));
    assertRefused("reached from a spend of 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LoyaltyProgram(new BigDecimal("-1"), List.of(tier("a", "0"))));
  }

  private static void assertRefused(String rule, Tier... tiers) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LoyaltyProgram(BigDecimal.ONE, List.of(tiers)))
        .withMessageContaining(rule);
  }

  private static Tier tier(String name, String from) {
    return new Tier(name, new BigDecimal(from));
  }

  private static Loyalty after(int days, Payload... payloads) {
    PurchaseLedger ledger = PurchaseLedger.ZERO;
    for (int i = 0; i < payloads.length; i++) {
      ledger = ledger.change(null, Order.UNKNOWN.add(Shop.event(i, payloads[i])));
    }
    return LoyaltyProgram.DEFAULT.standing(
        ledger.at(Events.NOON.plus(Duration.ofDays(days)), Events.CURRENCY));
  }
}
