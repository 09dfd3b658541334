package io.clientele.recommendation.rest;

import io.clientele.recommendation.serve.ReasonTexts;
import java.util.List;
import java.util.Locale;

/** The language that a caller wants to be answered in. */
final class Languages {

  private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.CHINESE);

  private Languages() {}

  /**
   * The best of those spoken.
   *
   * @param acceptLanguage the header, or null; English where it cannot be read or met
   */
  static ReasonTexts best(String acceptLanguage) {
    if (acceptLanguage == null) {
      return ReasonTexts.ENGLISH;
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
      return ReasonTexts.in(best == null ? Locale.ENGLISH : best);
    } catch (IllegalArgumentException e) {
      return ReasonTexts.ENGLISH; // the header is a wish, and no wish can be made out
    }
  }
}
