package io.clientele.profile;

import io.clientele.contract.CustomerEvent;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The UTC days on which the customer did anything at all.
 *
 * @param days oldest first
 */
record ActiveDays(SortedSet<LocalDate> days) implements Family<ActiveDays> {

  static final ActiveDays ZERO = new ActiveDays(null);

  ActiveDays {
    days =
        days == null
            ? Collections.emptySortedSet()
            : Collections.unmodifiableSortedSet(new TreeSet<>(days));
  }

  @Override
  public ActiveDays add(CustomerEvent event) {
    LocalDate day = LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC);
    if (days.contains(day)) {
      return this;
    }
    SortedSet<LocalDate> more = new TreeSet<>(days);
    more.add(day);
    return new ActiveDays(more);
  }

  @Override
  public ActiveDays merge(ActiveDays other) {
    SortedSet<LocalDate> all = new TreeSet<>(days);
    all.addAll(other.days);
    return new ActiveDays(all);
  }
}
