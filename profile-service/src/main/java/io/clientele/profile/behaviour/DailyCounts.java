package io.clientele.profile.behaviour;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.clientele.contract.Behaviour;
import io.clientele.contract.Channel;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.contract.profile.Window;
import io.clientele.profile.fold.Family;
import io.clientele.profile.fold.SortedMaps;
import io.clientele.profile.fold.Windows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often the customer did what and where. Bounded by the days of a year, some 15 bytes each,
 * because older ones are in the sums of life only.
 */
public record DailyCounts(@JsonValue DayTable days)
    implements Family<DailyCounts, Map<Window, DailyCounts.Counts>> {

  public static final DailyCounts ZERO = new DailyCounts(null);

  // The columns: these kinds of behaviour, these counts, then these channels, new ones at the end.
  private static final List<Behaviour> BEHAVIOURS =
      List.of(Behaviour.PURCHASE, Behaviour.BROWSE, Behaviour.INTERACTION, Behaviour.FEEDBACK);
  private static final int PAGE_VIEWS = 4;
  private static final int PRODUCT_VIEWS = 5;
  private static final int SEARCHES = 6;
  private static final int CHANNELS_FROM = 7;
  private static final List<Channel> CHANNELS =
      List.of(
          Channel.WEB,
          Channel.APP,
          Channel.STORE,
          Channel.SOCIAL,
          Channel.SERVICE,
          Channel.CRM,
          Channel.SURVEY);
  private static final int COLUMNS = CHANNELS_FROM + CHANNELS.size();

  /**
   * Of one window.
   *
   * @param events by kind of behaviour
   * @param channels events by channel
   * @param pageViews pages and screens looked at
   * @param productViews products' own pages looked at
   * @param searches searches made
   */
  public record Counts(
      SortedMap<Behaviour, Long> events,
      SortedMap<Channel, Long> channels,
      long pageViews,
      long productViews,
      long searches) {

    public Counts {
      events = SortedMaps.copy(events);
      channels = SortedMaps.copy(channels);
    }
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public DailyCounts {
    days = days == null ? DayTable.EMPTY : days;
  }

  @Override
  public DailyCounts add(CustomerEvent event) {
    long[] counts = new long[COLUMNS];
    counts[BEHAVIOURS.indexOf(event.payload().behaviour())] = 1;
    counts[CHANNELS_FROM + CHANNELS.indexOf(event.channel())] = 1;
    if (event.payload() instanceof Payload.PageViewed) {
      counts[PAGE_VIEWS] = 1;
    } else if (event.payload() instanceof Payload.ProductViewed) {
      counts[PRODUCT_VIEWS] = 1;
    } else if (event.payload() instanceof Payload.Searched) {
      counts[SEARCHES] = 1;
    }
    return new DailyCounts(
        days.add(Windows.day(event.occurredAt()), Windows.day(event.receivedAt()), counts));
  }

  @Override
  public DailyCounts merge(DailyCounts other) {
    return new DailyCounts(days.merge(other.days));
  }

  @Override
  public Map<Window, Counts> at(Instant time) {
    return Windows.each(window -> counts(days.within(window, Windows.day(time))));
  }

  private static Counts counts(DayTable.Totals totals) {
    return new Counts(
        counts(BEHAVIOURS, 0, totals),
        counts(CHANNELS, CHANNELS_FROM, totals),
        totals.of(PAGE_VIEWS),
        totals.of(PRODUCT_VIEWS),
        totals.of(SEARCHES));
  }

  /** Those that are not zero, of columns that begin at this one. */
  private static <K> SortedMap<K, Long> counts(List<K> keys, int from, DayTable.Totals totals) {
    SortedMap<K, Long> counts = new TreeMap<>();
    for (int i = 0; i < keys.size(); i++) {
      if (totals.of(from + i) > 0) {
        counts.put(keys.get(i), totals.of(from + i));
      }
    }
    return counts;
  }
}
