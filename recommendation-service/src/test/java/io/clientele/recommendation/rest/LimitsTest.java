package io.clientele.recommendation.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.runtime.http.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsTest {

  @Test
  void oneToAHundredMayBeAskedFor() {
    assertThat(Limits.parse("1")).isEqualTo(1);
    assertThat(Limits.parse("100")).isEqualTo(100);
  }

  @Test
  void anythingElseIsAProblem() {
    for (String text : List.of("0", "-1", "101", "1000000", "many", "", "2.5")) {
      assertThatThrownBy(() -> Limits.parse(text))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(400));
    }
  }
}
