package io.clientele.contract;

import java.util.Objects;

/** The checks that compact constructors share. Messages name the field, never the value. */
final class Require {

  private Require() {}

  /** A present, non-blank text. */
  static String text(String value, String field) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(field + " is missing");
    }
    return value;
  }

  static <T> T present(T value, String field) {
    if (value == null) {
      throw new IllegalArgumentException(field + " is missing");
    }
    return value;
  }

  static void that(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(Objects.requireNonNull(rule));
    }
  }
}
