package io.clientele.ingest.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailAddressTest {

  @ParameterizedTest
  @CsvSource({
    "ann@example.com, ann@example.com",
    "' Ann.Lee@Example.COM\u00A0', ann.lee@example.com",
    "mailto:Ann@example.com, ann@example.com",
    "MAILTO:ann@example.com?subject=Hi@you, ann@example.com",
    "ann+shop@example.co.uk, ann+shop@example.co.uk",
    "a.n.n@gmail.com, a.n.n@gmail.com",
    "ann@Bücher.example, ann@xn--bcher-kva.example",
    "ann@XN--BCHER-KVA.example, ann@xn--bcher-kva.example",
    "ann@例え。テスト, ann@xn--r8jz45g.xn--zckzah",
    "ann@Straße.de, ann@straße.de",
    "JOSE\u0301@example.com, jos\u00E9@example.com",
    "用户@例子.广告, 用户@xn--fsqu00a.xn--4rr70v",
    "!#$%&*+-/=?^_`{|}~@example.com, !#$%&*+-/=?^_`{|}~@example.com",
    "0@example.com, 0@example.com",
  })
  void addressGetsItsCanonicalForm(String text, String canonical) {
    assertThat(EmailAddress.canonical(text)).contains(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "ann",
        "ann@",
        "@example.com",
        "ann@example",
        "ann@localhost",
        "ann@.example.com",
        "ann@example..com",
        "ann@example.com.",
        "ann@127.0.0.1",
        "ann@[127.0.0.1]",
        "ann@-example.com",
        "ann@exam_ple.com",
        "ann lee@example.com",
        "ann@lee@example.com",
        ".ann@example.com",
        "ann.@example.com",
        "an..n@example.com",
        "\"ann lee\"@example.com",
        "Ann <ann@example.com>",
        "ann@example.com, bob@example.com",
        "ann@example.com\u0000",
        "an\u0000n@example.com",
        "\uD800@example.com",
        "ann@\uDC00.com",
        "ann@a.。",
        "ann@xn--\u0001.com"
      })
  void whatIsNoAddressHasNone(String text) {
    assertThat(EmailAddress.canonical(text)).isEmpty();
  }

  @Test
  void partsHaveTheLengthsOfTheStandard() {
    String domain = ("a".repeat(61) + ".").repeat(3) + "com";
    assertThat(EmailAddress.canonical("a".repeat(64) + "@" + domain)).isPresent();
    assertThat(EmailAddress.canonical("a".repeat(65) + "@example.com")).isEmpty();
    assertThat(EmailAddress.canonical("a".repeat(64) + "@a." + domain)).isEmpty();
    assertThat(EmailAddress.canonical("a@" + "b".repeat(64) + ".com")).isEmpty();
  }

  @Property
  void canonicalFormIsItsOwn(@ForAll("naughty") String local, @ForAll("naughty") String domain) {
    for (String text :
        new String[] {
          local, local + "@" + domain, local + "@example.com", "a@" + domain + ".com"
        }) {
      Optional<String> canonical = EmailAddress.canonical(text);
      canonical.ifPresent(
          address -> assertThat(EmailAddress.canonical(address)).isEqualTo(canonical));
    }
  }

  @Provide
  Arbitrary<String> naughty() {
    return NaughtyTexts.any();
  }
}
