package io.clientele.profile.fold;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class WholeTextTest {

  @Test
  void pairsAreWholeAndHalvesAreNot() {
    assertThat(WholeText.is("")).isTrue();
    assertThat(WholeText.is("mug 漢 😀")).isTrue();
    assertThat(WholeText.is("mug \ud83d")).isFalse();
    assertThat(WholeText.is("\ude00\ud83d")).isFalse();
    assertThat(WholeText.is("\ud83d mug")).isFalse();
  }

  @Property
  void cutTextIsWholeFitsAndIsWhatTheTextStartsWith(
      @ForAll String text, @ForAll @IntRange(min = 0, max = 20) int most) {
    String cut = WholeText.cut(text, most);

    assertThat(WholeText.is(cut)).isTrue();
    assertThat(cut.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(most);
    assertThat(new String(text.getBytes(UTF_8), UTF_8)).startsWith(cut);
    assertThat(WholeText.cut(cut, most)).isEqualTo(cut);
  }

  @Test
  void textThatFitsStaysAndNoneStaysNone() {
    assertThat(WholeText.cut("漢字", 6)).isEqualTo("漢字");
    assertThat(WholeText.cut("漢字", 5)).isEqualTo("漢");
    assertThat(WholeText.cut(null, 5)).isNull();
  }
}
