package io.clientele.profile.behaviour;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.profile.Window;
import io.clientele.profile.fold.Family;
import io.clientele.profile.fold.Windows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The carts of a customer, over all devices: what is put in with the phone is ordered at the desk.
 * The newest 500 touches stay, because a cart ends by time alone and because parts are merged in
 * any order; older carts are counts by day.
 *
 * @param settled by the day on which carts were begun
 */
public record Carts(Journal open, DayTable settled)
    implements Family<Carts, Map<Window, Carts.Counts>> {

  public static final Carts ZERO = new Carts(null, null);

  // The columns of what is settled.
  private static final int CARTS = 0;
  private static final int ABANDONED = 1;

  /**
   * Of one window; each cart counts on the day on which it was begun.
   *
   * @param abandoned of these, those left for 24 hours with something in them and no order
   */
  public record Counts(long carts, long abandoned) {}

  public Carts {
    open = open == null ? Journal.EMPTY : open;
    settled = settled == null ? DayTable.EMPTY : settled;
  }

  @Override
  public Carts add(CustomerEvent event) {
    Optional<CartTouch> touch = CartTouch.of(event);
    if (touch.isEmpty()) {
      return this;
    }
    Journal more = open.with(CartTouches.entry(touch.get()));
    return more.isDue()
        ? settle(CartTouches.of(more).settled(), settled, Windows.day(event.receivedAt()))
        : new Carts(more, settled);
  }

  @Override
  public Carts merge(Carts other) {
    return settle(
        CartTouches.of(open).merge(CartTouches.of(other.open)),
        settled.merge(other.settled),
        DayTable.NEVER);
  }

  @Override
  public Map<Window, Counts> at(Instant time) {
    List<Cart> carts = Cart.of(CartTouches.of(open).touches());
    int today = Windows.day(time);
    return Windows.each(
        window -> {
          DayTable.Totals before = settled.within(window, today);
          long count = before.of(CARTS);
          long abandoned = before.of(ABANDONED);
          for (Cart cart : carts) {
            if (window.includes(cart.day(), today)) {
              count++;
              abandoned += cart.isAbandoned(time) ? 1 : 0;
            }
          }
          return new Counts(count, abandoned);
        });
  }

  private static Carts settle(CartTouches.Settled changed, DayTable days, int received) {
    DayTable with = days;
    for (Cart cart : changed.carts()) {
      with = with.add(cart.day(), received, 1, cart.isAbandoned(Instant.MAX) ? 1 : 0);
    }
    return new Carts(changed.touches().journal(), with);
  }
}
