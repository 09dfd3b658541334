package io.clientele.profile.fold;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;

/**
 * How large a value is. JSON takes numbers and nesting that it cannot give back: {@code 1e9999} is
 * six characters to read and ten thousand to write without an exponent, and a parser that is safe
 * refuses them; half a character ({@code "\\ud83d"}) cannot be written at all. Either would stop a
 * partition for good.
 */
public final class Extent {

  /** Far beyond any amount, and far enough from the 1,000 digits that Jackson reads. */
  private static final int MOST_DIGITS = 100;

  /** Jackson stops at 1,000; our own records nest a value by less than ten. */
  private static final int MOST_DEPTH = 100;

  private Extent() {}

  /** Whether everything in a record of the contract can be written and read again. */
  public static boolean isBounded(Record record) {
    return isBounded(record, 0);
  }

  /** How many bytes a value takes in JSON, at most. */
  public static long of(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
              .mapToLong(entry -> of(entry.getKey()) + of(entry.getValue()) + 2)
              .sum()
          + 2;
    } else if (value instanceof Collection<?> values) {
      return values.stream().mapToLong(each -> of(each) + 1).sum() + 2;
    } else if (value instanceof BigDecimal decimal) {
      return decimal.precision() + Math.abs((long) decimal.scale()) + 3; // written in full
    }
    return 2 + String.valueOf(value).chars().mapToLong(Extent::ofCharacter).sum();
  }

  private static long ofCharacter(int character) {
    if (character < ' ') {
      return 6; // a control character is escaped by its number
    } else if (character == '"' || character == '\\') {
      return 2;
    }
    return character < 0x80 ? 1 : 3;
  }

  private static boolean isBounded(Object value, int depth) {
    if (value instanceof String text) {
      return WholeText.is(text);
    } else if (value instanceof Record record) {
      return isBounded(record, depth);
    } else if (value instanceof BigDecimal decimal) {
      return decimal.precision() <= MOST_DIGITS && Math.abs((long) decimal.scale()) <= MOST_DIGITS;
    } else if (value instanceof BigInteger integer) {
      return integer.bitLength() <= 3 * MOST_DIGITS;
    } else if (value instanceof Map<?, ?> map) {
      return isBounded(map.keySet(), depth) && isBounded(map.values(), depth);
    } else if (value instanceof Collection<?> values) {
      return isBounded(values, depth);
    }
    return true;
  }

  private static boolean isBounded(Record record, int depth) {
    for (Method field : Fields.of(record)) {
      if (!isBounded(Fields.read(field, record), depth)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBounded(Collection<?> values, int depth) {
    if (depth >= MOST_DEPTH) {
      return false;
    }
    for (Object value : values) {
      if (!isBounded(value, depth + 1)) {
        return false;
      }
    }
    return true;
  }
}
