package io.clientele.profile.behaviour;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.profile.fold.WholeText;
import java.time.Instant;
import java.util.Comparator;

/**
 * What sessions need of an event.
 *
 * @param tie see {@link Tie}
 * @param page of a page view its path, else its name; of a product view {@code product:} and the
 *     product's id; null of anything else
 * @param campaign that the event names, or null
 */
record Touch(Instant at, int tie, Kind kind, String page, String campaign) {

  /** What may be told of a page or campaign, in UTF-8; what is longer is cut. */
  static final int MOST_BYTES = 200;

  /** As events are ordered everywhere. */
  static final Comparator<Touch> ORDER =
      Comparator.comparing(Touch::at)
          .thenComparing(Touch::tie, Integer::compareUnsigned)
          .thenComparing(Touch::kind)
          .thenComparing(Touch::page, nullsFirst(naturalOrder()))
          .thenComparing(Touch::campaign, nullsFirst(naturalOrder()));

  /** What the event was. */
  enum Kind {
    PAGE,
    PRODUCT,
    /** Anything else that somebody does. */
    ACT,
    /** What a shop or its service desk tells of the customer. */
    ASIDE
  }

  static Touch of(CustomerEvent event) {
    Payload payload = event.payload();
    Kind kind = Kind.ACT;
    String page = null;
    if (payload instanceof Payload.PageViewed viewed) {
      kind = Kind.PAGE;
      page = viewed.path() == null ? viewed.name() : viewed.path();
    } else if (payload instanceof Payload.ProductViewed viewed) {
      kind = Kind.PRODUCT;
      page = "product:" + viewed.product().id();
    } else if (isTold(payload)) {
      kind = Kind.ASIDE;
    }
    return new Touch(
        event.occurredAt(), Tie.of(event), kind, cut(page), cut(event.context().campaign()));
  }

  private static boolean isTold(Payload payload) {
    return payload instanceof Payload.TraitsChanged
        || payload instanceof Payload.ConsentChanged
        || payload instanceof Payload.OrderRefunded
        || payload instanceof Payload.OrderCancelled
        || payload instanceof Payload.ServiceTicket;
  }

  private static String cut(String text) {
    return WholeText.cut(text, MOST_BYTES);
  }
}
