package io.clientele.recommendation.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class KeptByItemTest {

  private final KeptByItem<String> kept = new KeptByItem<>(30, String::length);

  @Test
  void whatWasAskedForStaysWhileTheRestLeaves() {
    kept.put(1, "ten bytes.");
    for (int item = 2; item < 100; item++) {
      assertThat(kept.get(1)).isEqualTo("ten bytes.");
      kept.put(item, "ten bytes.");
    }

    assertThat(kept.get(1)).isEqualTo("ten bytes.");
    assertThat(kept.get(2)).isNull();
    assertThat(kept.get(99)).isNotNull();
    assertThat(kept.bytes()).isEqualTo(30);
  }

  @Test
  void whatIsReplacedCountsOnce() {
    kept.put(1, "ten bytes.");
    kept.put(1, "five.");

    assertThat(kept.bytes()).isEqualTo(5);
    assertThat(kept.get(1)).isEqualTo("five.");
  }

  @Test
  void whatIsTooLargeDoesNotStay() {
    kept.put(1, "more than thirty bytes of one item");

    assertThat(kept.bytes()).isZero();
    assertThat(kept.get(1)).isNull();
  }
}
