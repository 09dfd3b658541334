package io.clientele.ingest.protocol;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** JSON of every kind, and what only looks like it. */
public final class AnyJson {

  /** What fields are least prepared for. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1e999",
          "1e2147483648",
          "1e-999",
          "12345678901234567890123456789012345678901234567890",
          "9223372036854775807",
          "0.1",
          "\"\"",
          "\" \"",
          "\"a\"",
          "\"0\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"2026-03-01T12:00:00Z\"",
          "\"+999999999-12-31T23:59:59Z\"",
          "\"" + "x".repeat(600) + "\"",
          "[]",
          "{}",
          "[null]",
          "[[]]",
          "[{}]",
          "[1,\"a\",{\"b\":[]}]",
          "{\"\":{}}",
          "{\"a/b~c\":1}",
          "{\"value\":{}}",
          "[".repeat(60) + "]".repeat(60));

  private static final int MOST_LEVELS = 3;

  private AnyJson() {}

  /** One value. */
  public static Arbitrary<String> values() {
    return Arbitraries.of(VALUES);
  }

  /**
   * Objects that have some of these fields, with any values, some of which are objects with some of
   * these fields again. Made from a seed, since nested arbitraries explode.
   */
  public static Arbitrary<String> objects(List<String> names) {
    return Arbitraries.longs().map(seed -> object(new Random(seed), names, 1));
  }

  private static String object(Random random, List<String> names, int level) {
    return names.stream()
        .filter(name -> random.nextBoolean())
        .map(name -> "\"" + name + "\":" + value(random, names, level))
        .collect(joining(",", "{", "}"));
  }

  private static String value(Random random, List<String> names, int level) {
    int kind = level == MOST_LEVELS ? 0 : random.nextInt(4);
    return switch (kind) {
      case 2 -> object(random, names, level + 1);
      case 3 ->
          Stream.generate(() -> object(random, names, level + 1))
              .limit(random.nextInt(3))
              .collect(joining(",", "[", "]"));
      default -> VALUES.get(random.nextInt(VALUES.size()));
    };
  }
}
