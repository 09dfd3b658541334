package io.clientele.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ByteBudgetTest {

  private final ByteBudget whole = new ByteBudget(10);
  private final ByteBudget share = whole.share(4);

  @Test
  void shareLeavesTheRestToOthers() {
    assertThat(share.tryReserve(4)).isTrue();
    assertThat(share.tryReserve(1)).isFalse();
    assertThat(whole.tryReserve(6)).isTrue();
  }

  @Test
  void shareIsPartOfTheWhole() {
    whole.tryReserve(8);

    assertThat(share.tryReserve(3)).isFalse();
    assertThat(share.tryReserve(2)).isTrue();
    share.release(2);
    assertThat(whole.reservedBytes()).isEqualTo(8);
    assertThat(share.reservedBytes()).isZero();
  }
}
