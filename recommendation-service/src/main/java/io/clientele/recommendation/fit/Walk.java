package io.clientele.recommendation.fit;

import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.memory.Steps;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A finished session with the ids of its items, which outlive the shop's numbers for them.
 *
 * @param steps as {@link Steps}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Walk(long[] steps, List<String> items) {

  /** None where an item left a moment ago. */
  static Optional<Walk> of(long[] steps, ShopView shop) {
    List<String> items =
        IntStream.range(0, Steps.count(steps))
            .mapToObj(at -> shop.text(Steps.item(steps, at)))
            .filter(Objects::nonNull)
            .toList();
    return items.size() == Steps.count(steps)
        ? Optional.of(new Walk(steps, items))
        : Optional.empty();
  }

  /** How many steps there are to foretell: all but the first, and but lines of one event. */
  int count() {
    return (int) IntStream.range(1, items.size()).filter(this::isToBeForetold).count();
  }

  /** Whether a step tells of something that was not known with the step before. */
  boolean isToBeForetold(int step) {
    return step > 0 && millis(step) > millis(step - 1);
  }

  /** When a step was taken, in epoch milliseconds. */
  long millis(int step) {
    return Steps.millis(steps, step);
  }

  /** When the last one was. */
  long end() {
    return millis(items.size() - 1);
  }
}
