package io.clientele.profile.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bands in which market research tells customers' ages, and how an age is read. */
final class AgeBand {

  /** The oldest person on record became 122; 0 is what forms send that nobody filled in. */
  private static final int OLDEST = 122;

  private static final int[] FROM = {18, 25, 35, 45, 55, 65};
  private static final String[] NAMES = {
    "under-18", "18-24", "25-34", "35-44", "45-54", "55-64", "65+"
  };

  /** A year first, as in ISO 8601, whatever divides it and whether or not a time follows. */
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/.]?)(\\d{2})\\2(\\d{2})(?:[T ].*)?", Pattern.DOTALL);

  /** A day first; a month first is written with slashes, where nobody can tell which is which. */
  private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");

  private static final Pattern YEARS = Pattern.compile("(\\d{1,3})(?:\\.\\d+)?");

  private AgeBand() {}

  /** Of somebody born on what this says; empty if it is no date or cannot be true. */
  static Optional<String> ofBirthday(Object said, LocalDate today) {
    return date(String.valueOf(said).strip())
        .flatMap(birthday -> ofYears(ChronoUnit.YEARS.between(birthday, today)));
  }

  /** Of somebody whose age was said on a day; empty if it is no number or cannot be true. */
  static Optional<String> ofAge(Object said, LocalDate day, LocalDate today) {
    Matcher years = YEARS.matcher(String.valueOf(said).strip());
    return years.matches()
        ? ofYears(Integer.parseInt(years.group(1)) + ChronoUnit.YEARS.between(day, today))
        : Optional.empty();
  }

  private static Optional<String> ofYears(long years) {
    if (years < 1 || years > OLDEST) {
      return Optional.empty();
    }
    int band = 0;
    while (band < FROM.length && years >= FROM[band]) {
      band++;
    }
    return Optional.of(NAMES[band]);
  }

  private static Optional<LocalDate> date(String text) {
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    if (yearFirst.matches()) {
      return date(yearFirst.group(1), yearFirst.group(3), yearFirst.group(4));
    }
    Matcher dayFirst = DAY_FIRST.matcher(text);
    return dayFirst.matches()
        ? date(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1))
        : Optional.empty();
  }

  private static Optional<LocalDate> date(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
