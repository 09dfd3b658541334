package io.clientele.profile;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class CustomerViewsTest {

  @Test
  void currencyThatIsNoneIsRefusedAtOnce() {
    assertThatThrownBy(() -> new CustomerViews("usd"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("clientele.base-currency is 'usd'");
  }
}
