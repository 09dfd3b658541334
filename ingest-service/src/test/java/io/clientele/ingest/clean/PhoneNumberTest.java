package io.clientele.ingest.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PhoneNumberTest {

  @ParameterizedTest
  @CsvSource({
    "+49 30 901820, , +4930901820",
    "'+49 (0)30 90 18-20', , +4930901820",
    "tel:+49-30-901820, , +4930901820",
    "TEL: +49 30 901820, FR, +4930901820",
    "030 901820, DE, +4930901820",
    "030 901820, de, +4930901820",
    "0049 30 901820, DE, +4930901820",
    "(212) 736-5000, US, +12127365000",
    "1-212-736-5000, US, +12127365000",
    "06 698 83145, IT, +390669883145",
    "020 7946 0958, GB, +442079460958",
    "'\u00A0+81\u30003-5321-1111', , +81353211111",
    "＋４９３０９０１８２０, , +4930901820",
    "٠٣٠ ٩٠١٨٢٠, DE, +4930901820",
  })
  void numberIsWrittenForTheWholeWorld(String text, String region, String canonical) {
    assertThat(PhoneNumber.canonical(text, region)).contains(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "'', DE",
    "030 901820,",
    "030 901820, XX",
    "030 901820, ''",
    "110000000000000000, DE",
    "+49 1, DE",
    "+999 30 901820, DE",
    "0, DE",
    "+, DE",
    "1-800-FLOWERS, US",
    "(212) 736-5000 ext. 5, US",
    "(212) 736-5000 #5, US",
    "tel:+12127365000;ext=5, US",
    "call me, US",
    "123 Main Street 5, US",
    "ann@example.com, US",
  })
  void whatIsNoWholeNumberHasNone(String text, String region) {
    assertThat(PhoneNumber.canonical(text, region)).isEmpty();
  }

  @Property
  void canonicalFormIsItsOwn(@ForAll("texts") String text) {
    Optional<String> canonical = PhoneNumber.canonical(text, "DE");
    canonical.ifPresent(
        number -> {
          assertThat(number).matches("\\+[0-9]{3,17}");
          assertThat(PhoneNumber.canonical(number, null)).isEqualTo(canonical);
          assertThat(PhoneNumber.canonical(number, "US")).isEqualTo(canonical);
        });
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        NaughtyTexts.any(),
        Arbitraries.strings().withChars("0123456789+()-. /;,#*").ofMaxLength(60));
  }
}
