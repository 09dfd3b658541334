package io.clientele.profile.behaviour;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What one device did under one customer id, as far as sessions may still change by it. The
 * device's touches before a login and after it are two trails, and stay so in the sum of both.
 *
 * @param customerId under which the events were written
 * @param touches in order
 */
record Trail(String device, String customerId, List<Touch> touches) {

  static final Comparator<Trail> ORDER =
      Comparator.comparing(Trail::device).thenComparing(Trail::customerId);

  /**
   * What ended this long before a trail's end, or begins this long after its beginning, is beyond
   * the reach of others: events may come 7 days late (design.md, semantics 3), clocks be a day
   * ahead (what is further is quarantined), and a session reaches 30 minutes on.
   */
  static final Duration REACH = Duration.ofDays(8).plus(Stay.PAUSE);

  /** So many newest sessions are shown, and stay whole for it. */
  static final int SHOWN = 5;

  /** A trail without what cannot change any more, and the sessions that that was. */
  record Settled(Trail trail, List<Stay> stays) {}

  /** The same device and id without a touch. */
  Trail empty() {
    return new Trail(device, customerId, List.of());
  }

  /** With more touches of the same device, in any order. */
  Trail and(List<Touch> more) {
    List<Touch> all = new ArrayList<>(touches);
    all.addAll(more);
    all.sort(Touch.ORDER);
    return new Trail(device, customerId, all);
  }

  /**
   * Settles the sessions in the middle, all but the newest {@value #SHOWN}. The first and the last
   * days' stay open: late events may join them, and so may the device's trails under other ids,
   * which overlap with this by no more than the lateness.
   */
  Settled settle() {
    Instant head = touches.get(0).at().plus(REACH);
    Instant tail = touches.get(touches.size() - 1).at().minus(REACH);
    if (head.isAfter(tail)) {
      return new Settled(this, List.of());
    }
    int begin = pauseFrom(firstNotBefore(head), 1);
    int end = pauseFrom(firstAfter(tail), -1);
    return begin < end ? settle(begin, end) : new Settled(this, List.of());
  }

  /** What can settle begins and ends here. Of what was only told of the customer nothing stays. */
  private Settled settle(int begin, int end) {
    List<Touch> done = done(begin, end);
    List<Touch> left = new ArrayList<>(touches.subList(0, begin));
    left.addAll(done);
    left.addAll(touches.subList(end, touches.size()));
    Trail trail = new Trail(device, customerId, left);
    // A session that a campaign began is bound to the one before it, so whole visits only.
    int last = trail.pauseFrom(begin + done.size() - shown(Stay.of(done)), -1);
    return begin < last ? trail.without(begin, last) : new Settled(trail, List.of());
  }

  /** The visits between two pauses in which the customer did anything. */
  private List<Touch> done(int begin, int end) {
    List<Touch> done = new ArrayList<>();
    for (int first = begin, next; first < end; first = next) {
      next = pauseFrom(first + 1, 1);
      Stay visit = new Stay(touches.subList(first, next));
      if (visit.isSession()) {
        done.addAll(visit.touches());
      }
    }
    return done;
  }

  /** Settles the visits that ended no later than a touch. */
  Settled settleUntil(Touch last) {
    int end = 0;
    while (end < touches.size() && Touch.ORDER.compare(touches.get(end), last) <= 0) {
      end++;
    }
    end = pauseFrom(end, -1);
    return end == 0 ? new Settled(this, List.of()) : without(0, end);
  }

  /** Settles all touches until one, even if that ends a session too early. */
  Settled cutAfter(Touch last) {
    int end = 0;
    while (end < touches.size() && Touch.ORDER.compare(touches.get(end), last) <= 0) {
      end++;
    }
    return end == 0 ? new Settled(this, List.of()) : without(0, end);
  }

  /** How many touches at the end may have to be shown. */
  private static int shown(List<Stay> stays) {
    int touches = 0;
    int sessions = 0;
    for (int at = stays.size() - 1; at >= 0 && sessions < SHOWN; at--) {
      touches += stays.get(at).touches().size();
      sessions += stays.get(at).isSession() ? 1 : 0;
    }
    return touches;
  }

  private Settled without(int begin, int end) {
    List<Touch> left = new ArrayList<>(touches.subList(0, begin));
    left.addAll(touches.subList(end, touches.size()));
    return new Settled(new Trail(device, customerId, left), Stay.of(touches.subList(begin, end)));
  }

  /** The nearest place from here on, in steps, between two visits or at either end. */
  private int pauseFrom(int place, int step) {
    int at = place;
    while (at > 0 && at < touches.size() && !Stay.isPause(touches.get(at - 1), touches.get(at))) {
      at += step;
    }
    return at;
  }

  private int firstNotBefore(Instant time) {
    int at = 0;
    while (at < touches.size() && touches.get(at).at().isBefore(time)) {
      at++;
    }
    return at;
  }

  private int firstAfter(Instant time) {
    int at = touches.size();
    while (at > 0 && touches.get(at - 1).at().isAfter(time)) {
      at--;
    }
    return at;
  }
}
