package io.clientele.recommendation.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemsTest {

  /** So many others must have left since before a number is given again. */
  private static final int RESTED = 1 << 16;

  private final List<String> left = new ArrayList<>();
  private final Items items = new Items(left::add);

  @Test
  void numberIsGivenAgainLongAfterNothingRefersToIt() {
    int tea = items.retain("tea");
    items.release(tea);
    for (int i = 0; i < RESTED; i++) {
      assertThat(items.retain("item-" + i)).isNotEqualTo(tea);
      items.release(items.find("item-" + i));
    }

    int pan = items.retain("pan");

    assertThat(pan).isEqualTo(tea);
    assertThat(items.text(pan)).isEqualTo("pan");
    assertThat(items.find("tea")).isEqualTo(Items.UNKNOWN);
    assertThat(items.bound()).isEqualTo(RESTED + 1);
    assertThat(left).startsWith("tea").hasSize(RESTED + 1);
  }

  @Test
  void itemStaysWhileAnythingRefersToIt() {
    int tea = items.retain("tea");
    items.retain(tea);

    items.release(tea);
    assertThat(items.text(tea)).isEqualTo("tea");

    items.release(tea);
    assertThat(items.text(tea)).isNull();
    assertThat(items.bytes()).isZero();
    assertThat(items.count()).isZero();
  }
}
