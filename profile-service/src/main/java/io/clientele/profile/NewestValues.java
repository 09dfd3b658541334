package io.clientele.profile;

import io.clientele.contract.CustomerEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was said last under each name, by the time it happened and not by the time it arrived.
 *
 * @param byName also names that were taken back, so that an older value that comes late stays away
 */
record NewestValues(SortedMap<String, Said> byName) {

  static final NewestValues NONE = new NewestValues(null);

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
    SortedMap<String, Said> newest = new TreeMap<>(byName);
    values.forEach(
        (name, value) ->
            newest.merge(
                name,
                new Said(value, event.occurredAt(), event.eventId(), event.source()),
                Said::newer));
    return new NewestValues(newest);
  }

  NewestValues merge(NewestValues other) {
    return new NewestValues(SortedMaps.merged(byName, other.byName, Said::newer));
  }
}
