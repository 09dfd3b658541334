package io.clientele.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class CurrenciesTest {

  @Test
  void baseCurrencyIsCheckedAtTheStart() {
    assertThat(Currencies.base("USD")).isEqualTo("USD");
    assertThatThrownBy(() -> Currencies.base("usd"))
        .hasMessageContaining("clientele.base-currency");
  }
}
