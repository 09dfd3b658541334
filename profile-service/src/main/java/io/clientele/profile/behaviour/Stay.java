package io.clientele.profile.behaviour;

import io.clientele.contract.profile.Session;
import io.clientele.profile.fold.Windows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One stay as its touches: a session, where the customer did anything in it.
 *
 * @param touches in order, at least one
 */
record Stay(List<Touch> touches) {

  /** Inactivity that ends a session, as web analytics have it (design.md, issue 4). */
  static final Duration PAUSE = Duration.ofMinutes(30);

  private static final int MOST_STOPS = 20;

  /** The stays of one device. */
  static List<Stay> of(List<Touch> touches) {
    List<Stay> stays = new ArrayList<>();
    int first = 0;
    for (int next = 1; next <= touches.size(); next++) {
      if (next == touches.size() || isBreak(touches, first, next)) {
        stays.add(new Stay(touches.subList(first, next)));
        first = next;
      }
    }
    return stays;
  }

  /** Whether this touch begins another session than that which began at the first. */
  private static boolean isBreak(List<Touch> touches, int first, int next) {
    Touch touch = touches.get(next);
    return isPause(touches.get(next - 1), touch)
        || (touch.campaign() != null && !touch.campaign().equals(touches.get(first).campaign()));
  }

  /** Whether the time between two touches ends a session. */
  static boolean isPause(Touch touch, Touch next) {
    return !next.at().isBefore(touch.at().plus(PAUSE));
  }

  Instant from() {
    return touches.get(0).at();
  }

  Instant to() {
    return touches.get(touches.size() - 1).at();
  }

  /** The UTC day that it counts for. */
  int day() {
    return Windows.day(from());
  }

  /** Whether the customer did anything, as opposed to being told of. */
  boolean isSession() {
    return count(Touch.Kind.ASIDE) < touches.size();
  }

  /** Whether the customer looked at one thing and did nothing else: an order alone is none. */
  boolean isBounce() {
    long pages = count(Touch.Kind.PAGE);
    long looks = pages > 0 ? pages : count(Touch.Kind.PRODUCT);
    return looks == 1 && count(Touch.Kind.ACT) == 0;
  }

  /** From the first page to the end; 0 if there was no page. */
  long dwellSeconds() {
    Touch.Kind pages = pages();
    for (Touch touch : touches) {
      if (isPage(touch, pages)) {
        return Duration.between(touch.at(), to()).toSeconds();
      }
    }
    return 0;
  }

  Session shown(String device) {
    List<Touch> pages = views();
    List<Session.Stop> path = new ArrayList<>();
    for (int i = 0; i < pages.size() && path.size() < MOST_STOPS; i++) {
      Instant left = i + 1 < pages.size() ? pages.get(i + 1).at() : to();
      path.add(
          new Session.Stop(
              pages.get(i).page(), Duration.between(pages.get(i).at(), left).toSeconds()));
    }
    return new Session(
        device,
        from(),
        to(),
        touches.size(),
        count(Touch.Kind.PAGE),
        pages.isEmpty() ? null : pages.get(0).page(),
        pages.isEmpty() ? null : pages.get(pages.size() - 1).page(),
        path,
        dwellSeconds(),
        isBounce(),
        touches.get(0).campaign());
  }

  private long count(Touch.Kind kind) {
    return touches.stream().filter(touch -> touch.kind() == kind).count();
  }

  /** The page views, without those of the page that is already open. */
  private List<Touch> views() {
    Touch.Kind pages = pages();
    List<Touch> views = new ArrayList<>();
    for (Touch touch : touches) {
      if (isPage(touch, pages)
          && (views.isEmpty() || !views.get(views.size() - 1).page().equals(touch.page()))) {
        views.add(touch);
      }
    }
    return views;
  }

  /** A storefront that sends page views sends one with each product, too. */
  private Touch.Kind pages() {
    for (Touch touch : touches) {
      if (isPage(touch, Touch.Kind.PAGE)) {
        return Touch.Kind.PAGE;
      }
    }
    return Touch.Kind.PRODUCT;
  }

  private static boolean isPage(Touch touch, Touch.Kind kind) {
    return touch.kind() == kind && touch.page() != null;
  }
}
