package io.clientele.bench.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HttpCheckTest {

  private static final List<Listed> LIST = List.of(new Listed("a", 2), new Listed("b", 1));

  @Test
  void sameItemsInTheSameOrderWithTheSameScoresAreAlike() {
    assertThat(HttpCheck.areAlike(LIST, List.of(new Listed("a", 2 + 1e-7), new Listed("b", 1))))
        .isTrue();
  }

  @Test
  void anotherOrderAnotherScoreAndFewerItemsAreNot() {
    assertThat(HttpCheck.areAlike(LIST, List.of(new Listed("b", 1), new Listed("a", 2)))).isFalse();
    assertThat(HttpCheck.areAlike(LIST, List.of(new Listed("a", 2), new Listed("b", 1.1))))
        .isFalse();
    assertThat(HttpCheck.areAlike(LIST, LIST.subList(0, 1))).isFalse();
  }

  @Test
  void placesCountFromOne() {
    assertThat(HttpCheck.place(LIST, "a")).isEqualTo((byte) 1);
    assertThat(HttpCheck.place(LIST, "b")).isEqualTo((byte) 2);
    assertThat(HttpCheck.place(LIST, "c")).isZero();
  }
}
