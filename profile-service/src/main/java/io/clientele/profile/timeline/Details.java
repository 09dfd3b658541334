package io.clientele.profile.timeline;

import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import io.clientele.profile.fold.WholeText;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The few facts of each type of event that its line in the timeline names. */
final class Details {

  /** Of a text in UTF-8, 200 Chinese characters; names are shorter, and a line is no document. */
  private static final int MOST_BYTES = 600;

  /** Of products, traits and consents; how many there are stands beside them. */
  private static final int MOST_NAMED = 5;

  private static final Map<Class<?>, BiConsumer<Details, Payload>> BY_TYPE = new HashMap<>();

  static {
    tell(
        Payload.ProductViewed.class,
        (line, viewed) ->
            line.put("product", viewed.product().id()).put("name", viewed.product().name()));
    tell(
        Payload.ProductListViewed.class,
        (line, list) -> line.put("list", list.listId()).put("category", list.category()));
    tell(Payload.Searched.class, (line, searched) -> {});
    tell(
        Payload.CartChanged.class,
        (line, cart) -> line.put("change", cart.change()).put(cart.products()));
    tell(
        Payload.CheckoutStarted.class,
        (line, checkout) -> line.put("order", checkout.orderId()).put(checkout.products()));
    tell(
        Payload.CheckoutProgressed.class,
        (line, checkout) -> line.put("stage", checkout.stage()).put("order", checkout.orderId()));
    tell(
        Payload.OrderCompleted.class,
        (line, order) ->
            line.put("order", order.orderId())
                .put("revenue", order.revenue())
                .put(order.products()));
    tell(
        Payload.OrderRefunded.class,
        (line, refund) ->
            line.put("order", refund.orderId())
                .put("amount", refund.amount())
                .put(refund.products()));
    tell(Payload.OrderCancelled.class, (line, order) -> line.put("order", order.orderId()));
    tell(
        Payload.PromotionSeen.class,
        (line, promotion) ->
            line.put("promotion", either(promotion.name(), promotion.promotionId()))
                .put("clicked", promotion.clicked()));
    tell(
        Payload.Engaged.class,
        (line, engaged) ->
            line.put("engagement", engaged.kind()).put("product", engaged.productId()));
    tell(
        Payload.Reviewed.class,
        (line, reviewed) ->
            line.put("product", reviewed.productId()).put("rating", reviewed.rating()));
    tell(
        Payload.SurveyAnswered.class,
        (line, answered) -> line.put("survey", answered.survey()).put("score", answered.score()));
    tell(
        Payload.ServiceTicket.class,
        (line, ticket) -> line.put("ticket", ticket.ticketId()).put("status", ticket.status()));
    tell(
        Payload.TraitsChanged.class,
        (line, changed) -> line.put("traits", named(changed.traits().keySet())));
    tell(
        Payload.ConsentChanged.class,
        (line, changed) -> line.put("purposes", named(changed.consents().keySet())));
    tell(
        Payload.PageViewed.class,
        (line, page) -> line.put("page", either(page.path(), page.name())));
    tell(Payload.Custom.class, (line, custom) -> line.put("name", custom.name()));
  }

  private final Map<String, Object> facts = new LinkedHashMap<>();

  private Details() {}

  private static <P extends Payload> void tell(Class<P> type, BiConsumer<Details, P> facts) {
    BY_TYPE.put(type, (line, payload) -> facts.accept(line, type.cast(payload)));
  }

  /** By name, in the order of reading; each event has at most a few kilobytes of them. */
  static Map<String, Object> of(Payload payload) {
    Details details = new Details();
    BY_TYPE.get(payload.getClass()).accept(details, payload);
    return details.facts;
  }

  /** Of which types of events it is said what they tell. */
  static Set<Class<?>> types() {
    return Set.copyOf(BY_TYPE.keySet());
  }

  /** As much of a text as a line shows; null stays null. */
  static String shortened(String text) {
    return WholeText.cut(text, MOST_BYTES);
  }

  private Details put(List<Product> products) {
    return products.isEmpty()
        ? this
        : put("products", named(products.stream().map(Product::id).toList()))
            .put("lines", products.size());
  }

  private Details put(String name, Object value) {
    if (value instanceof String text) {
      facts.put(name, shortened(text));
    } else if (value instanceof Enum<?> constant) {
      facts.put(name, constant.name());
    } else if (value != null) {
      facts.put(name, value);
    }
    return this;
  }

  private static String either(String text, String other) {
    return text == null ? other : text;
  }

  private static List<String> named(Collection<String> names) {
    return names.stream().limit(MOST_NAMED).map(Details::shortened).toList();
  }
}
