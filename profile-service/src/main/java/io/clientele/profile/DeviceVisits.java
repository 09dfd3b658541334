package io.clientele.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One device's visits. Those that no event of the promised lateness can change any more are only
 * counted, so that the size is bounded. Those near the first and near the last event stay: late
 * events may still join them, and so may the same device's visits in the part before the login and
 * in the part after it, which overlap by no more than the lateness.
 *
 * @param settled how many are only counted
 * @param open the others, oldest first, at least {@link #PAUSE} apart
 */
record DeviceVisits(long settled, List<Visit> open) {

  static final DeviceVisits NONE = new DeviceVisits(0, List.of());

  /** Inactivity that ends a visit, as web analytics have it (design.md, issue 4). */
  static final Duration PAUSE = Duration.ofMinutes(30);

  /** How late an event may come and still join or split visits (design.md, semantics 3). */
  private static final Duration LATENESS = Duration.ofDays(7);

  /** From the first event to the last. */
  record Visit(Instant from, Instant to) {

    private boolean joins(Visit next) {
      return next.from.isBefore(to.plus(PAUSE));
    }

    private Visit until(Instant end) {
      return end.isAfter(to) ? new Visit(from, end) : this;
    }
  }

  DeviceVisits {
    open = open == null ? List.of() : List.copyOf(open);
  }

  /**
   * With an event at this time. One that is later than the promised lateness makes a visit of its
   * own unless it joins one that is still open.
   */
  DeviceVisits at(Instant time) {
    for (Visit visit : open) {
      if (!time.isBefore(visit.from) && !time.isAfter(visit.to)) {
        return this;
      }
    }
    return joined(settled, open, List.of(new Visit(time, time))).settle();
  }

  /** Both sides' visits; nothing is settled, so that it does not matter what is merged first. */
  DeviceVisits merge(DeviceVisits other) {
    return joined(settled + other.settled, open, other.open);
  }

  long count() {
    return settled + open.size();
  }

  /** The device's newest event; it has one. */
  Instant lastAt() {
    return open.get(open.size() - 1).to;
  }

  private static DeviceVisits joined(long settled, List<Visit> one, List<Visit> other) {
    List<Visit> joined = new ArrayList<>();
    Stream.concat(one.stream(), other.stream())
        .sorted(Comparator.comparing(Visit::from))
        .forEach(
            visit -> {
              int last = joined.size() - 1;
              if (last >= 0 && joined.get(last).joins(visit)) {
                joined.set(last, joined.get(last).until(visit.to));
              } else {
                joined.add(visit);
              }
            });
    return new DeviceVisits(settled, joined);
  }

  private DeviceVisits settle() {
    if (open.size() < 3) {
      return this;
    }
    Instant head = open.get(0).from.plus(LATENESS).plus(PAUSE);
    Instant tail = lastAt().minus(LATENESS).minus(PAUSE);
    List<Visit> kept =
        open.stream().filter(v -> !v.from.isAfter(head) || !v.to.isBefore(tail)).toList();
    return new DeviceVisits(settled + open.size() - kept.size(), kept);
  }
}
