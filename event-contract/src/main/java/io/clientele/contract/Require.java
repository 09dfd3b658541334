package io.clientele.contract;

import java.time.Instant;
import java.util.Objects;

/** The checks that compact constructors share. Messages name the field, never the value. */
final class Require {

  private Require() {}

  /** A present, non-blank text. */
  static String text(String value, String field) {
    that(value != null && !value.isBlank(), field + " is missing");
    return value;
  }

  static <T> T present(T value, String field) {
    that(value != null, field + " is missing");
    return value;
  }

  /** A present time that arithmetic can be done with. */
  static Instant time(Instant value, String field) {
    present(value, field);
    that(PlausibleTime.includes(value), field + " is before 1900 or after 2200");
    return value;
  }

  static void that(boolean holds, String rule) {
    if (!holds) {
      throw new BrokenRuleException(Objects.requireNonNull(rule));
    }
  }
}
