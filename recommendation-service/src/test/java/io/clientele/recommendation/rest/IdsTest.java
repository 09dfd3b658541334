package io.clientele.recommendation.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.runtime.http.ProblemException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdsTest {

  @Test
  void whatIsNullOrBlankIsLeftOut() {
    assertThat(Ids.within("items", 2, null)).isEmpty();
    assertThat(Ids.within("items", 2, Arrays.asList("a", null, " ", "b")))
        .containsExactly("a", "b");
  }

  @Test
  void blankOneInAPathIsAProblem() {
    assertThat(Ids.within("item", "\u3000")).isNull();
    assertThatThrownBy(() -> Ids.ofPath("\u3000"))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(400));
  }

  @Test
  void tooManyOrTooLongOnesAreAProblem() {
    assertThat(Ids.within("items", 1, List.of("i".repeat(1_024)))).hasSize(1);
    for (List<String> ids : List.of(List.of("i".repeat(1_025)), Collections.nCopies(2, "i"))) {
      assertThatThrownBy(() -> Ids.within("items", 1, ids))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(400));
    }
  }
}
