package io.clientele.profile.timeline;

import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The few facts of each type of event that its line in the timeline names. */
final class Details {

  /** Of a text; names of products and pages are far shorter, and a line is no document. */
  private static final int MOST_CHARACTERS = 200;

  /** Of products, traits and consents; how many there are stands beside them. */
  private static final int MOST_NAMED = 5;

  private final Map<String, Object> facts = new LinkedHashMap<>();

  private Details() {}

  /** By name, in the order of reading; each event has at most a kilobyte or two of them. */
  static Map<String, Object> of(Payload payload) {
    Details details = new Details();
    details.tell(payload);
    return details.facts;
  }

  /** As much of a text as a line shows; null stays null. */
  static String shortened(String text) {
    return text == null || text.length() <= MOST_CHARACTERS
        ? text
        : text.substring(0, MOST_CHARACTERS);
  }

  private void tell(Payload payload) {
    if (payload instanceof Payload.ProductViewed viewed) {
      put("product", viewed.product().id());
      put("name", viewed.product().name());
    } else if (payload instanceof Payload.ProductListViewed list) {
      put("list", list.listId());
      put("category", list.category());
    } else if (payload instanceof Payload.CartChanged cart) {
      put("change", cart.change());
      put(cart.products());
    } else if (payload instanceof Payload.CheckoutStarted checkout) {
      put("order", checkout.orderId());
      put(checkout.products());
    } else if (payload instanceof Payload.CheckoutProgressed checkout) {
      put("stage", checkout.stage());
      put("order", checkout.orderId());
    } else if (payload instanceof Payload.PageViewed page) {
      put("page", page.path() == null ? page.name() : page.path());
    } else if (payload instanceof Payload.Custom custom) {
      put("name", custom.name());
    } else {
      tellOrderOrWord(payload);
    }
  }

  private void tellOrderOrWord(Payload payload) {
    if (payload instanceof Payload.OrderCompleted order) {
      put("order", order.orderId());
      put("revenue", order.revenue());
      put(order.products());
    } else if (payload instanceof Payload.OrderRefunded refund) {
      put("order", refund.orderId());
      put("amount", refund.amount());
      put(refund.products());
    } else if (payload instanceof Payload.OrderCancelled cancelled) {
      put("order", cancelled.orderId());
    } else if (payload instanceof Payload.PromotionSeen promotion) {
      put("promotion", promotion.name() == null ? promotion.promotionId() : promotion.name());
      put("clicked", promotion.clicked());
    } else {
      tellWord(payload);
    }
  }

  private void tellWord(Payload payload) {
    if (payload instanceof Payload.Engaged engaged) {
      put("engagement", engaged.kind());
      put("product", engaged.productId());
    } else if (payload instanceof Payload.Reviewed reviewed) {
      put("product", reviewed.productId());
      put("rating", reviewed.rating());
    } else if (payload instanceof Payload.SurveyAnswered answered) {
      put("survey", answered.survey());
      put("score", answered.score());
    } else if (payload instanceof Payload.ServiceTicket ticket) {
      put("ticket", ticket.ticketId());
      put("status", ticket.status());
    } else if (payload instanceof Payload.TraitsChanged changed) {
      put("traits", named(List.copyOf(changed.traits().keySet())));
    } else if (payload instanceof Payload.ConsentChanged changed) {
      put("purposes", named(List.copyOf(changed.consents().keySet())));
    }
  }

  private void put(List<Product> products) {
    if (!products.isEmpty()) {
      put("products", named(products.stream().map(Product::id).toList()));
      put("lines", products.size());
    }
  }

  private static List<String> named(List<String> names) {
    return names.stream().limit(MOST_NAMED).map(Details::shortened).toList();
  }

  private void put(String name, Object value) {
    if (value instanceof String text) {
      facts.put(name, shortened(text));
    } else if (value instanceof Enum<?> constant) {
      facts.put(name, constant.name());
    } else if (value != null) {
      facts.put(name, value);
    }
  }
}
