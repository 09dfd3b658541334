package io.clientele.scoring.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RfmGroupTest {

  @Test
  void everyCellIsInExactlyOneGroup() {
    for (int recency = 1; recency <= 5; recency++) {
      for (int frequency = 1; frequency <= 5; frequency++) {
        int r = recency;
        int f = frequency;
        assertThat(Arrays.stream(RfmGroup.values()).filter(group -> group.covers(r, f)))
            .as("recency %d, frequency %d", r, f)
            .containsExactly(RfmGroup.of(r, f));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "5, 4, Champions",
    "5, 5, Champions",
    "3, 4, Loyal",
    "4, 5, Loyal",
    "4, 2, Potential Loyalist",
    "5, 3, Potential Loyalist",
    "5, 1, New",
    "4, 1, Promising",
    "3, 3, Need Attention",
    "3, 1, About to Sleep",
    "3, 2, About to Sleep",
    "1, 3, At Risk",
    "2, 4, At Risk",
    "1, 5, 'Can''t Lose'",
    "2, 5, 'Can''t Lose'",
    "1, 1, Hibernating",
    "2, 2, Hibernating"
  })
  void groupIsTheOneOfTheMap(int recency, int frequency, String label) {
    assertThat(RfmGroup.of(recency, frequency).label()).isEqualTo(label.replace("''", "'"));
  }

  @Test
  void scoreOutsideTheMapIsRefused() {
    assertThatThrownBy(() -> RfmGroup.of(0, 6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("recency 0, frequency 6");
  }
}
