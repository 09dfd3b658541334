package io.clientele.ingest.clean;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Codes by the names that the JDK's locale data gives them in many languages. */
final class Names {

  /** The languages whose names of things are known. */
  private static final List<Locale> LANGUAGES =
      Stream.of(
              "en", "de", "fr", "es", "it", "pt", "pt-PT", "nl", "pl", "ja", "zh", "zh-TW", "ko",
              "ru", "uk", "sv", "da", "nb", "fi", "cs", "sk", "hu", "ro", "bg", "el", "tr", "hr",
              "sr", "sl", "et", "lv", "lt", "ar", "he", "fa", "hi", "th", "vi", "id")
          .map(Locale::forLanguageTag)
          .toList();

  /** Longer texts are no names. */
  private static final int MOST_CHARACTERS = 100;

  /** Unicode's block of combining diacritical marks: accents, where other marks are letters. */
  private static final int FIRST_ACCENT = 0x300;

  private static final int LAST_ACCENT = 0x36F;

  private final Map<String, String> codes;

  private Names(Map<String, String> codes) {
    this.codes = Map.copyOf(codes);
  }

  /**
   * The names of these codes. A name of two codes, such as Congo, names neither.
   *
   * @param display the name of a code in a language; the code itself where there is none
   * @param others names that the locale data lacks, with their codes; they win
   * @param vague names that say too little, though some language gives them to one code
   */
  static Names of(
      Iterable<String> codes,
      BiFunction<String, Locale, String> display,
      Map<String, String> others,
      Set<String> vague) {
    Map<String, String> named = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (String code : codes) {
      for (Locale language : LANGUAGES) {
        String name = folded(display.apply(code, language));
        String before = named.putIfAbsent(name, code);
        if (before != null && !before.equals(code)) {
          ambiguous.add(name);
        }
      }
    }
    named.keySet().removeAll(ambiguous);
    vague.forEach(name -> named.remove(folded(name)));
    others.forEach((name, code) -> named.put(folded(name), code));
    return new Names(named);
  }

  /** The code that has this name, whatever its case, accents and punctuation. */
  Optional<String> code(String name) {
    return name.length() > MOST_CHARACTERS
        ? Optional.empty()
        : Optional.ofNullable(codes.get(folded(name)));
  }

  /** Lower case, without accents of Latin, Greek and Cyrillic letters, letters and marks only. */
  private static String folded(String name) {
    StringBuilder folded = new StringBuilder(name.length());
    Normalizer.normalize(name, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Names::tells)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  private static boolean tells(int point) {
    int type = Character.getType(point);
    boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    boolean accent = point >= FIRST_ACCENT && point <= LAST_ACCENT;
    return Character.isLetterOrDigit(point) || (mark && !accent);
  }
}
