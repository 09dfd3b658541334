package io.clientele.ingest.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguageTest {

  @ParameterizedTest
  @CsvSource({
    "en, en",
    "EN, en",
    "en-US, en-US",
    "en_US, en-US",
    "en-us, en-US",
    "EN_us, en-US",
    "' en ', en",
    "eng, en",
    "eng-USA, ''",
    "ger, de",
    "deu, de",
    "deu-AT, de-AT",
    "fra, fr",
    "fre, fr",
    "fil, fil",
    "en_US.UTF-8, en-US",
    "de_DE@euro, de-DE",
    "en-UK, en-GB",
    "en-gb, en-GB",
    "es-419, es-419",
    "zh-hans-cn, zh-Hans-CN",
    "zh_TW, zh-TW",
    "zh-Hant, zh-Hant",
    "sr-latn, sr-Latn",
    "iw, he",
    "in, id",
    "no, no",
    "nb-NO, nb-NO",
    "de-DE-1996, de-DE-1996",
    "en-US-u-hc-h12, en-US",
    "en-x-shop, en",
    "English, en",
    "english, en",
    "Deutsch, de",
    "Allemand, de",
    "Alemán, de",
    "aleman, de",
    "Français, fr",
    "francais, fr",
    "日本語, ja",
    "中文, zh",
    "Русский, ru",
    "Ελληνικά, el",
    "Nederlands, nl",
    "Polski, pl",
    "Português, pt",
    "עברית, he",
    "العربية, ar",
    "한국어, ko",
    "Farsi, fa"
  })
  void languageIsKnownByTagAndName(String text, String tag) {
    assertThat(Language.tag(text).orElse("")).isEqualTo(tag);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "_",
        ".",
        "C",
        "POSIX",
        "und",
        "xx",
        "qqq",
        "e",
        "en-",
        "en--US",
        "en-XX",
        "en-ZZ",
        "en US",
        "en;q=0.8",
        "de-DE,de;q=0.9",
        "Klingon?",
        "12",
        "*",
        "x-private",
        "i-klingon",
        "null"
      })
  void whatIsNoLanguageHasNoTag(String text) {
    assertThat(Language.tag(text)).isEmpty();
  }

  @Test
  void everyTwoLetterCodeIsATagAndSoIsItsThreeLetterForm() {
    for (String code : Locale.getISOLanguages()) {
      String tag = Locale.forLanguageTag(code).toLanguageTag();
      assertThat(Language.tag(code)).contains(tag);
      assertThat(Language.tag(Locale.forLanguageTag(code).getISO3Language())).contains(tag);
    }
  }

  @Property
  void tagIsItsOwn(@ForAll("naughty") String text) {
    Language.tag(text).ifPresent(tag -> assertThat(Language.tag(tag)).contains(tag));
  }

  @Provide
  Arbitrary<String> naughty() {
    return NaughtyTexts.any();
  }
}
