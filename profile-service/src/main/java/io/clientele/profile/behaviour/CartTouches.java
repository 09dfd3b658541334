package io.clientele.profile.behaviour;

import io.clientele.profile.fold.Packer;
import io.clientele.profile.fold.Unpacker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A customer's newest cart touches, some ten bytes each.
 *
 * @param touches in order
 */
record CartTouches(List<CartTouch> touches) {

  /** More than a person makes in a year; a part that is merged late is exact within them. */
  static final int MOST = 500;

  /** By the number under which they are written. */
  private static final List<CartTouch.Kind> KINDS =
      List.of(CartTouch.Kind.ADDED, CartTouch.Kind.REMOVED, CartTouch.Kind.ORDERED);

  /** What stays, and the carts that do not. */
  record Settled(CartTouches touches, List<Cart> carts) {}

  /** Of a journal, all that came in. */
  static CartTouches of(Journal journal) {
    List<CartTouch> touches = new ArrayList<>();
    Unpacker ordered = new Unpacker(journal.ordered());
    while (ordered.hasMore()) {
      touches.add(read(ordered));
    }
    journal.since().forEach(entry -> touches.add(read(entry.touch())));
    touches.sort(CartTouch.ORDER);
    return new CartTouches(touches);
  }

  Journal journal() {
    Packer packer = new Packer();
    touches.forEach(touch -> write(touch, packer));
    return Journal.of(touches.size(), packer.toBytes());
  }

  /** One touch, as it comes in. */
  static Journal.Entry entry(CartTouch touch) {
    Packer packer = new Packer();
    write(touch, packer);
    return new Journal.Entry(new byte[0], packer.toBytes());
  }

  private static void write(CartTouch touch, Packer packer) {
    packer
        .time(touch.at())
        .fixed(touch.tie())
        .number(KINDS.indexOf(touch.kind()))
        .signed(touch.milliUnits());
  }

  private static CartTouch read(Unpacker unpacker) {
    Instant at = unpacker.time();
    int tie = unpacker.fixed();
    return new CartTouch(at, tie, KINDS.get(unpacker.integer()), unpacker.signed());
  }

  /** What stays, and the carts that are too much. */
  Settled settled() {
    return bounded(touches);
  }

  /** Those of both. */
  Settled merge(CartTouches other) {
    List<CartTouch> all = new ArrayList<>(touches);
    all.addAll(other.touches);
    all.sort(CartTouch.ORDER);
    return bounded(all);
  }

  /**
   * The oldest carts give way whole, with whatever lies before them. A cart that is too long by
   * itself is thinned out instead: two touches become one where that leaves the shortest gap.
   */
  private static Settled bounded(List<CartTouch> touches) {
    if (touches.size() <= MOST) {
      return new Settled(new CartTouches(touches), List.of());
    }
    Instant newest = touches.get(touches.size() - 1).at();
    List<Cart> settled = new ArrayList<>();
    int gone = 0;
    for (Cart cart : Cart.of(touches)) {
      if (touches.size() - gone > MOST && cart.isLeft(newest)) {
        settled.add(cart);
        gone = cart.end();
      }
    }
    List<CartTouch> left = new ArrayList<>(touches.subList(gone, touches.size()));
    while (left.size() > MOST && left.get(0).kind() != CartTouch.Kind.ADDED) {
      left.remove(0); // belongs to no cart
    }
    while (left.size() > MOST) {
      thin(left);
    }
    return new Settled(new CartTouches(left), settled);
  }

  private static void thin(List<CartTouch> touches) {
    int densest = 0;
    for (int i = 1; i + 2 < touches.size(); i++) {
      if (span(touches, i) < span(touches, densest)) {
        densest = i;
      }
    }
    touches.set(densest, touches.get(densest).and(touches.remove(densest + 1)));
  }

  private static long span(List<CartTouch> touches, int i) {
    return touches.get(i + 2).at().getEpochSecond() - touches.get(i).at().getEpochSecond();
  }
}
