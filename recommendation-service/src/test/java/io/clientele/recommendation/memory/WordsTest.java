package io.clientele.recommendation.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void lettersOfEitherCaseAndAnythingBetweenWordsMakeNoDifference() {
    assertThat(Words.of("Red Tea-Cup, red")).isEqualTo(Words.of("cup / TEA / red")).hasSize(3);
  }

  @Test
  void textWithoutSpacesIsComparedByPairsOfCharacters() {
    assertThat(Words.of("红茶杯")).hasSize(2).contains(Words.of("茶杯")[0]);
    assertThat(Words.of("茶 cup")).hasSize(2);
  }

  @Test
  void onlyTheFirstTwelveCount() {
    assertThat(Words.of("a b c d e f g h i j k l m n o")).hasSize(12);
  }

  @Test
  void nothingHasNoWords() {
    assertThat(Words.of(null)).isEmpty();
    assertThat(Words.of(" -- ")).isEmpty();
  }
}
