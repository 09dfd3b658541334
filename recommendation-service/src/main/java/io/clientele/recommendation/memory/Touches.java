package io.clientele.recommendation.memory;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import java.util.List;

/**
 * The items that an event says somebody touched, and how; none for most kinds of events.
 *
 * @param products the last {@link #MOST} of its lines
 */
public record Touches(List<Product> products, Kind kind) {

  /** As many as are kept of a cart, and more than of a session. */
  static final int MOST = 100;

  /** How somebody cared. */
  public enum Kind {
    VIEWED(1),
    WISHED(1),
    CARTED(6),
    BOUGHT(3),
    /** Taken out of the cart again: no care at all, and no step of a session. */
    REMOVED(0);

    private static final Kind[] ALL = values();

    private final double care;

    Kind(double care) {
      this.care = care;
    }

    /**
     * How much it weighs in co-visitation that an item was touched so: models.md, "Co-visitation"
     * (OTTO's winners), where wishes do not occur.
     */
    public double care() {
      return care;
    }

    static Kind of(int number) {
      return ALL[number];
    }

    /** How steps name it. */
    @SuppressWarnings("EnumOrdinal") // in memory, never stored
    int number() {
      return ordinal();
    }
  }

  private static final Touches NOTHING = new Touches(List.of(), Kind.VIEWED);

  public Touches {
    int unread = Math.max(0, products.size() - MOST);
    products = List.copyOf(products.subList(unread, products.size()));
  }

  static Touches of(CustomerEvent event) {
    Payload payload = event.payload();
    if (payload instanceof Payload.ProductViewed viewed) {
      return new Touches(List.of(viewed.product()), Kind.VIEWED);
    } else if (payload instanceof Payload.CartChanged cart) {
      return ofCart(cart);
    } else if (payload instanceof Payload.OrderCompleted order) {
      return new Touches(order.products(), Kind.BOUGHT);
    } else if (payload instanceof Payload.Engaged engaged) {
      return engaged.kind() == Payload.Engaged.Kind.WISHLIST && engaged.productId() != null
          ? new Touches(List.of(Product.of(engaged.productId())), Kind.WISHED)
          : NOTHING;
    } else {
      return NOTHING;
    }
  }

  private static Touches ofCart(Payload.CartChanged cart) {
    return switch (cart.change()) {
      case ADDED -> new Touches(cart.products(), Kind.CARTED);
      case REMOVED -> new Touches(cart.products(), Kind.REMOVED);
      case VIEWED -> NOTHING;
    };
  }
}
