package io.clientele.profile.behaviour;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.profile.Window;
import io.clientele.profile.fold.Days;
import io.clientele.profile.fold.Family;
import io.clientele.profile.fold.Moments;
import io.clientele.profile.fold.Windows;
import java.time.Instant;
import java.util.Map;

/**
 * The UTC days on which the customer did anything at all, and since when. Days are a byte or two
 * each and never more than there are between 1900 and 2200.
 *
 * @param firstAt of the earliest event; null where there is none
 * @param lastAt of the latest event; null where there is none
 */
public record ActiveDays(Days days, Instant firstAt, Instant lastAt)
    implements Family<ActiveDays, ActiveDays.Presence> {

  public static final ActiveDays ZERO = new ActiveDays(null, null, null);

  /**
   * When the customer was there.
   *
   * @param visits how many of the days are in each window
   * @param firstAt of the earliest event; null where there is none
   * @param lastAt of the latest event; null where there is none
   */
  public record Presence(Map<Window, Integer> visits, Days days, Instant firstAt, Instant lastAt) {}

  public ActiveDays {
    days = days == null ? Days.NONE : days;
  }

  @Override
  public ActiveDays add(CustomerEvent event) {
    Instant at = event.occurredAt();
    Days with = days.with(Windows.day(at));
    boolean inside = firstAt != null && !at.isBefore(firstAt) && !at.isAfter(lastAt);
    return inside && with.size() == days.size()
        ? this
        : new ActiveDays(with, Moments.earlier(firstAt, at), Moments.later(lastAt, at));
  }

  @Override
  public ActiveDays merge(ActiveDays other) {
    return new ActiveDays(
        days.union(other.days),
        Moments.earlier(firstAt, other.firstAt),
        Moments.later(lastAt, other.lastAt));
  }

  @Override
  public Presence at(Instant time) {
    int today = Windows.day(time);
    return new Presence(
        Windows.each(
            window ->
                window == Window.LIFE ? days.size() : days.between(window.first(today), today)),
        days,
        firstAt,
        lastAt);
  }
}
