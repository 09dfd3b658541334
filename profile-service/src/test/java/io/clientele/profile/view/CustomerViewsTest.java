package io.clientele.profile.view;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.profile.purchase.LoyaltyProgram;
import org.junit.jupiter.api.Test;

final class CustomerViewsTest {

  @Test
  void currencyThatIsNoneIsRefusedAtOnce() {
    assertThatThrownBy(() -> new CustomerViews("usd", LoyaltyProgram.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("clientele.base-currency is 'usd'");
  }
}
