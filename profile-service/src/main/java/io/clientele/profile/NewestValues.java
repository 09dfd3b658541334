package io.clientele.profile;

import io.clientele.contract.CustomerEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was said last under each name, by the time it happened and not by the time it arrived. Of
 * more names than {@link #MOST_NAMES} the newest stay, which does not depend on order either: a
 * name that is among the newest in the end has been so since its value arrived.
 *
 * @param byName also names that were taken back, so that an older value that comes late stays away
 */
record NewestValues(SortedMap<String, Said> byName) {

  static final NewestValues NONE = new NewestValues(null);

  /** Bounds the state of a customer whose tracker runs wild. */
  static final int MOST_NAMES = 500;

  /** Of a name and its value in JSON; what is longer is a document, and is not kept. */
  static final int MOST_BYTES = 1_000;

  /**
   * One value of one name.
   *
   * @param value null takes the name back
   * @param at when it was said
   * @param eventId decides between values of the same moment
   * @param source who said it
   */
  record Said(Object value, Instant at, String eventId, String source) {

    private static final Comparator<Said> ORDER =
        Comparator.comparing(Said::at).thenComparing(Said::eventId);

    static Said newer(Said one, Said other) {
      return ORDER.compare(one, other) < 0 ? other : one;
    }
  }

  NewestValues {
    byName = SortedMaps.copy(byName);
  }

  /** With what an event says; null values take back. */
  NewestValues with(Map<String, Object> values, CustomerEvent event) {
    if (values.isEmpty()) {
      return this;
    }
    NavigableMap<String, Said> newest = new TreeMap<>(byName);
    values.forEach(
        (name, value) -> {
          if (Extent.of(name) + Extent.of(value) <= MOST_BYTES) {
            newest.merge(
                name,
                new Said(value, event.occurredAt(), event.eventId(), event.source()),
                Said::newer);
          }
        });
    return new NewestValues(bounded(newest));
  }

  NewestValues merge(NewestValues other) {
    SortedMap<String, Said> newest = SortedMaps.merged(byName, other.byName, Said::newer);
    return new NewestValues(newest.size() > MOST_NAMES ? bounded(new TreeMap<>(newest)) : newest);
  }

  private static SortedMap<String, Said> bounded(NavigableMap<String, Said> values) {
    if (values.size() > MOST_NAMES) {
      Comparator<Map.Entry<String, Said>> byAge =
          Map.Entry.<String, Said>comparingByValue(Said.ORDER)
              .thenComparing(Map.Entry.comparingByKey());
      List<String> oldest =
          values.entrySet().stream()
              .sorted(byAge)
              .limit(values.size() - MOST_NAMES)
              .map(Map.Entry::getKey)
              .toList();
      oldest.forEach(values::remove);
    }
    return values;
  }
}
