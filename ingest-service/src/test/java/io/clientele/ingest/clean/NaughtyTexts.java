package io.clientele.ingest.clean;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Texts that break what reads them carelessly. */
final class NaughtyTexts {

  private static final int LONG = 1_000_000;

  private NaughtyTexts() {}

  /** Any characters, half pairs and controls among them, and each of {@link #all} now and then. */
  static Arbitrary<String> any() {
    return Arbitraries.frequencyOf(
        Tuple.of(8, Arbitraries.strings().all().ofMaxLength(60)),
        Tuple.of(2, Arbitraries.of(all().toList())));
  }

  /** Short ones and long ones. */
  static Stream<String> all() {
    return Stream.concat(shorts().stream(), longs());
  }

  private static List<String> shorts() {
    return List.of(
        "",
        " ",
        "\u00A0\u2003\u3000\uFEFF",
        "\u0000",
        "\u0000\u0001\u001F\u007F\u0085\u2028\u2029",
        "\uD800",
        "\uDFFF\uD800",
        "a\uDBFF",
        "\uDC00@example.com",
        "\uFFFE\uFFFF",
        "null",
        "undefined",
        "NaN",
        "1e999",
        "-1/0",
        "0x7FFFFFFF",
        "' OR 1=1 --",
        "<script>alert(1)</script>",
        "${jndi:ldap://127.0.0.1/a}",
        "%00%0d%0a",
        "../../../../etc/passwd",
        "%s%n%x",
        "田中さんにあげて下さい",
        "אבג ‏abc‎",
        "مُنَاقَشَةُ سُبُلِ",
        "👩‍👩‍👧‍👦 🏳️‍🌈 🇺🇳",
        "Ṱ̴̢͓̺̰͍̮̹̝̪̮̣̱̤̳̗̦͖̤̺̪̳̙̟̝͛̈́̈́̈̏̃̔͋̈́͐̇̀͗̅o",
        "ﬁ Å ²  ½ Ⅷ",
        "İıſßΣς",
        "۰۱۲۳۴۵۶۷۸۹",
        "::::::::",
        "....",
        "@@@@",
        "-_-_-",
        "x-",
        "i-klingon",
        "en-US-x-",
        "+++",
        ";ext=",
        "//",
        "http://[::1",
        "xn--",
        "a@xn--a.com",
        "a@。。",
        "a@\u3002com");
  }

  /** A million characters each. */
  static Stream<String> longs() {
    return Stream.of(
            "a",
            " ",
            "0",
            "+1 ",
            "a.",
            ".a",
            "a@",
            "@a.",
            "-a",
            "a-",
            "_",
            ":",
            "::",
            "1:",
            "1.",
            "%",
            "(",
            "[",
            "é",
            "e\u0301",
            "\uD800",
            "Mozilla/5.0 (",
            "é ",
            "가",
            "\u0344",
            "\u0301\u0316")
        .map(piece -> piece.repeat(LONG / piece.length()));
  }
}
