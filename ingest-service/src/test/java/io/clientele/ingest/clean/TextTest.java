package io.clientele.ingest.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ", "\t\r\n", "\u00A0", "\u0085", "\u1680", "\u2003", "\u2028", "\u202F", "\u3000",
        "\u200B", "\u2060", "\uFEFF"
      })
  void blanksAroundATextAreStripped(String blank) {
    assertThat(Text.clean(blank + "Ann" + blank + "Lee" + blank)).isEqualTo("Ann" + blank + "Lee");
    assertThat(Text.clean(blank.repeat(3))).isEmpty();
  }

  @Test
  void accentsAreComposed() {
    assertThat(Text.clean(" Jose\u0301 ")).isEqualTo("Jos\u00E9");
    assertThat(Text.clean("\u212B")).isEqualTo("\u00C5");
    assertThat(Text.clean("\u1112\u1161\u11AB")).isEqualTo("\uD55C");
  }

  @Test
  void textThatIsCleanIsGivenBackItself() {
    for (String text : new String[] {"", "Ann Lee", "Zoë", "日本", "👩‍👩‍👧"}) {
      assertThat(Text.clean(text)).isSameAs(text);
    }
  }

  @Test
  void whatCarriesMeaningStays() {
    for (String text :
        new String[] {"\u0000", "\uD800", "a\uDC00b", "می\u200C", "\u200D", "ﬁ Ⅷ ½", "\u202Eabc"}) {
      assertThat(Text.clean(text)).isEqualTo(text);
    }
  }

  @Test
  void upTo30MarksAreOrderedAndMoreAreLeftAlone() {
    String thirty = "a" + "\u0301\u0316".repeat(15);
    assertThat(Text.clean(thirty)).isEqualTo(Normalizer.normalize(thirty, Normalizer.Form.NFC));
    assertThat(Text.clean(" " + thirty + "\u0301")).isEqualTo(thirty + "\u0301");
  }

  @Property
  void cleanTextIsCleanAlready(@ForAll("naughty") String text) {
    String clean = Text.clean(text);
    assertThat(Text.clean(clean)).isSameAs(clean);
  }

  /** The JDK itself would need minutes for a million marks on one letter. */
  @ParameterizedTest
  @MethodSource("io.clientele.ingest.clean.NaughtyTexts#longs")
  void millionCharactersAreNoWorse(String text) {
    assertThat(Text.clean(text)).hasSizeLessThanOrEqualTo(text.length());
  }

  @Provide
  Arbitrary<String> naughty() {
    return NaughtyTexts.any();
  }
}
