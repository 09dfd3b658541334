package io.clientele.profile.person;

import io.clientele.profile.fold.Extent;
import io.clientele.profile.fold.Newest;
import io.clientele.profile.person.NewestValues.Said;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * How long a value is with its name, and of how many names such values are kept: 64,000 bytes in
 * all. Each length has a number of its own, since a bound on the sum of bytes would depend on
 * order: a long value makes an older one go that a short value, which takes its place, would have
 * left.
 */
enum Length {
  SHORT(100, 300),
  MEDIUM(300, 60),
  LONG(1_000, 16);

  private static final Comparator<Map.Entry<String, Said>> NEWEST_FIRST =
      Comparator.comparing((Map.Entry<String, Said> entry) -> entry.getValue().stamp())
          .thenComparing(Map.Entry.comparingByKey())
          .reversed();

  private final int mostBytes;
  private final int mostNames;

  Length(int mostBytes, int mostNames) {
    this.mostBytes = mostBytes;
    this.mostNames = mostNames;
  }

  /** Of a name and its value in JSON; empty for a document, which is not kept. */
  static Optional<Length> of(String name, Object value) {
    long bytes = Extent.of(name) + Extent.of(value);
    return Stream.of(values()).filter(length -> bytes <= length.mostBytes).findFirst();
  }

  int mostNames() {
    return mostNames;
  }

  /** Those of the newest names; of one event's the last by name. */
  SortedMap<String, Said> newest(SortedMap<String, Said> values) {
    return Newest.of(values, mostNames, NEWEST_FIRST);
  }
}
