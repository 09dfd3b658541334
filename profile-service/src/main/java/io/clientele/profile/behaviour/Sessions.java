package io.clientele.profile.behaviour;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.profile.Session;
import io.clientele.contract.profile.Window;
import io.clientele.profile.fold.Family;
import io.clientele.profile.fold.Windows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The sessions of each device: touches as long as an event of the promised lateness, or the
 * device's part before a login or after it, may still change them, counts by day from then on.
 * Bounded by {@link Trails} and by the days of a year.
 *
 * @param settled by the day on which sessions began
 */
public record Sessions(Journal open, DayTable settled) implements Family<Sessions, Sessions.View> {

  public static final Sessions ZERO = new Sessions(null, null);

  // The columns of what is settled.
  private static final int SESSIONS = 0;
  private static final int BOUNCES = 1;
  private static final int DWELL_SECONDS = 2;

  /**
   * What a profile shows of them.
   *
   * @param newest at most five, the latest to begin first; of what was settled because there was
   *     too much of it, none
   */
  public record View(Map<Window, Counts> windows, List<Session> newest) {}

  /**
   * Of one window; each counts on the day on which it began.
   *
   * @param dwellSeconds whole seconds of each session
   */
  public record Counts(long sessions, long bounces, long dwellSeconds) {}

  /** A session that is open, and what it counts. */
  private record OpenStay(String device, Stay stay, int day, int bounces, long dwellSeconds) {

    static final Comparator<OpenStay> NEWEST_FIRST =
        Comparator.<OpenStay, Instant>comparing(each -> each.stay.from())
            .reversed()
            .thenComparing(OpenStay::device)
            .thenComparing(each -> each.stay.touches().get(0), Touch.ORDER.reversed());
  }

  public Sessions {
    open = open == null ? Journal.EMPTY : open;
    settled = settled == null ? DayTable.EMPTY : settled;
  }

  @Override
  public Sessions add(CustomerEvent event) {
    String device = event.anonymousId() == null ? event.identity() : event.anonymousId();
    Journal more = open.with(PackedTrails.entry(device, event.customerId(), Touch.of(event)));
    if (!more.isDue()) {
      return new Sessions(more, settled);
    }
    Trails.Settled ordered = Trails.of(more).settled();
    return new Sessions(
        ordered.trails().journal(),
        settle(ordered.stays(), settled, Windows.day(event.receivedAt())));
  }

  @Override
  public Sessions merge(Sessions other) {
    Trails.Settled both = Trails.of(open).merge(Trails.of(other.open));
    DayTable days = settled.merge(other.settled);
    return new Sessions(both.trails().journal(), settle(both.stays(), days, DayTable.NEVER));
  }

  @Override
  public View at(Instant time) {
    List<OpenStay> stays = stays();
    int today = Windows.day(time);
    return new View(
        Windows.each(window -> counts(window, today, stays)),
        stays.stream()
            .sorted(OpenStay.NEWEST_FIRST)
            .limit(Trail.SHOWN)
            .map(each -> each.stay.shown(each.device))
            .toList());
  }

  private Counts counts(Window window, int today, List<OpenStay> stays) {
    DayTable.Totals before = settled.within(window, today);
    long sessions = before.of(SESSIONS);
    long bounces = before.of(BOUNCES);
    long dwellSeconds = before.of(DWELL_SECONDS);
    for (OpenStay each : stays) {
      if (window.includes(each.day, today)) {
        sessions++;
        bounces += each.bounces;
        dwellSeconds += each.dwellSeconds;
      }
    }
    return new Counts(sessions, bounces, dwellSeconds);
  }

  /** Of each device over all ids under which it was in use. */
  private List<OpenStay> stays() {
    List<OpenStay> stays = new ArrayList<>();
    List<Trail> trails = Trails.of(open).trails();
    for (int first = 0, next; first < trails.size(); first = next) {
      Trail whole = trails.get(first);
      for (next = first + 1;
          next < trails.size() && trails.get(next).device().equals(whole.device());
          next++) {
        whole = whole.and(trails.get(next).touches());
      }
      for (Stay stay : Stay.of(whole.touches())) {
        if (stay.isSession()) {
          stays.add(
              new OpenStay(
                  whole.device(), stay, stay.day(), stay.isBounce() ? 1 : 0, stay.dwellSeconds()));
        }
      }
    }
    return stays;
  }

  private static DayTable settle(List<Stay> stays, DayTable days, int received) {
    DayTable with = days;
    for (Stay stay : stays) {
      if (stay.isSession()) {
        with = with.add(stay.day(), received, 1, stay.isBounce() ? 1 : 0, stay.dwellSeconds());
      }
    }
    return with;
  }
}
