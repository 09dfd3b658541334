package io.clientele.profile;

import io.clientele.contract.Behaviour;
import io.clientele.contract.Channel;
import io.clientele.contract.CustomerEvent;
import java.time.Instant;
import java.util.SortedMap;

/**
 * How often the customer did what and where, and since when.
 *
 * @param events by kind of behaviour
 * @param channels events by channel
 * @param firstAt of the earliest event; null where there is none
 * @param lastAt of the latest event; null where there is none
 */
record ActivityCounts(
    SortedMap<Behaviour, Long> events,
    SortedMap<Channel, Long> channels,
    Instant firstAt,
    Instant lastAt)
    implements Family<ActivityCounts> {

  static final ActivityCounts ZERO = new ActivityCounts(null, null, null, null);

  ActivityCounts {
    events = SortedMaps.copy(events);
    channels = SortedMaps.copy(channels);
  }

  @Override
  public ActivityCounts add(CustomerEvent event) {
    return new ActivityCounts(
        oneMore(events, event.payload().behaviour()),
        oneMore(channels, event.channel()),
        earlier(firstAt, event.occurredAt()),
        later(lastAt, event.occurredAt()));
  }

  @Override
  public ActivityCounts merge(ActivityCounts other) {
    return new ActivityCounts(
        SortedMaps.merged(events, other.events, Long::sum),
        SortedMaps.merged(channels, other.channels, Long::sum),
        earlier(firstAt, other.firstAt),
        later(lastAt, other.lastAt));
  }

  private static <K> SortedMap<K, Long> oneMore(SortedMap<K, Long> counts, K key) {
    return SortedMaps.with(counts, key, counts.getOrDefault(key, 0L) + 1);
  }

  private static Instant earlier(Instant one, Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}
