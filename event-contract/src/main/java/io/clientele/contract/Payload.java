package io.clientele.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What the customer did. Free text and direct identifiers are not here but in {@link
 * CustomerEvent#personal}.
 */
@JsonSubTypes({
  @JsonSubTypes.Type(Payload.ProductViewed.class),
  @JsonSubTypes.Type(Payload.ProductListViewed.class),
  @JsonSubTypes.Type(Payload.Searched.class),
  @JsonSubTypes.Type(Payload.CartChanged.class),
  @JsonSubTypes.Type(Payload.CheckoutStarted.class),
  @JsonSubTypes.Type(Payload.CheckoutProgressed.class),
  @JsonSubTypes.Type(Payload.OrderCompleted.class),
  @JsonSubTypes.Type(Payload.OrderRefunded.class),
  @JsonSubTypes.Type(Payload.OrderCancelled.class),
  @JsonSubTypes.Type(Payload.PromotionSeen.class),
  @JsonSubTypes.Type(Payload.Engaged.class),
  @JsonSubTypes.Type(Payload.Reviewed.class),
  @JsonSubTypes.Type(Payload.SurveyAnswered.class),
  @JsonSubTypes.Type(Payload.ServiceTicket.class),
  @JsonSubTypes.Type(Payload.TraitsChanged.class),
  @JsonSubTypes.Type(Payload.ConsentChanged.class),
  @JsonSubTypes.Type(Payload.PageViewed.class),
  @JsonSubTypes.Type(Payload.Custom.class)
})
public sealed interface Payload {

  /** Which of the four kinds of behaviour this is. */
  Behaviour behaviour();

  /** The same with each of its products, in order, made another; itself where it has none. */
  default Payload withProducts(UnaryOperator<Product> other) {
    return this;
  }

  /** The name of this kind of event, which stands beside the payload as {@code type}. */
  default String type() {
    return getClass().getSimpleName();
  }

  /**
   * A product's own page was looked at.
   *
   * @param product which
   */
  record ProductViewed(Product product) implements Payload {
    public ProductViewed {
      Require.present(product, "product");
    }

    @Override
    public Payload withProducts(UnaryOperator<Product> other) {
      return new ProductViewed(other.apply(product));
    }

    @Override
    public Behaviour behaviour() {
      return Behaviour.BROWSE;
    }
  }

  /**
   * A list or category was looked at.
   *
   * @param listId the list as the shop counts them, or null
   * @param category the category that it shows, or null
   * @param products what it showed, maybe nothing
   * @param filters what it was cut down by
   * @param sorts what it was ordered by, the first before the others
   */
  record ProductListViewed(
      String listId,
      String category,
      List<Product> products,
      List<Criterion> filters,
      List<Criterion> sorts)
      implements Payload {

    /**
     * One choice of a customer who looks through a list.
     *
     * @param type such as {@code price}, or null
     * @param value such as {@code under-25} or {@code desc}, or null
     */
    public record Criterion(String type, String value) {}

    public ProductListViewed {
      products = products == null ? List.of() : List.copyOf(products);
      filters = filters == null ? List.of() : List.copyOf(filters);
      sorts = sorts == null ? List.of() : List.copyOf(sorts);
    }

    @Override
    public Payload withProducts(UnaryOperator<Product> other) {
      return new ProductListViewed(listId, category, each(products, other), filters, sorts);
    }

    @Override
    public Behaviour behaviour() {
      return Behaviour.BROWSE;
    }
  }

  /** Something was searched for; the words are personal ({@code query}). */
  record Searched() implements Payload {
    @Override
    public Behaviour behaviour() {
      return Behaviour.BROWSE;
    }
  }

  /**
   * A cart was changed or looked at.
   *
   * @param cartId the cart as the shop counts them, or null
   * @param change what happened to it
   * @param products what was put in, taken out or seen in it, how many of each
   */
  record CartChanged(String cartId, Change change, List<Product> products) implements Payload {

    /** What happened to the cart. */
    public enum Change {
      ADDED,
      REMOVED,
      VIEWED
    }

    public CartChanged {
      Require.present(change, "change");
      products = products == null ? List.of() : List.copyOf(products);
    }

    @Override
    public Payload withProducts(UnaryOperator<Product> other) {
      return new CartChanged(cartId, change, each(products, other));
    }

    @Override
    public Behaviour behaviour() {
      return Behaviour.PURCHASE;
    }
  }

  /**
   * A checkout was begun.
   *
   * @param orderId what is to become of it, or null
   * @param products what is to be bought, how many of each
   */
  record CheckoutStarted(String orderId, List<Product> products) implements Payload {
    public CheckoutStarted {
      products = products == null ? List.of() : List.copyOf(products);
    }

    @Override
    public Payload withProducts(UnaryOperator<Product> other) {
      return new CheckoutStarted(orderId, each(products, other));
    }

    @Override
    public Behaviour behaviour() {
      return Behaviour.PURCHASE;
    }
  }

  /**
   * A customer came further in a checkout.
   *
   * @param stage how far
   * @param checkoutId the checkout as the shop counts them, or null
   * @param orderId what is to become of it, or null
   * @param step as the shop names or numbers its steps, or null
   * @param shippingMethod as the shop names it, or null
   * @param paymentMethod as the shop names it, or null
   */
  record CheckoutProgressed(
      Stage stage,
      String checkoutId,
      String orderId,
      String step,
      String shippingMethod,
      String paymentMethod)
      implements Payload {

    /** How far. */
    public enum Stage {
      STEP_VIEWED,
      STEP_COMPLETED,
      PAYMENT_ENTERED
    }

    public CheckoutProgressed {
      Require.present(stage, "stage");
    }

    @Override
    public Behaviour behaviour() {
      return Behaviour.PURCHASE;
    }
  }

  /**
   * An order was placed. A second one with the same id by the same customer replaces the first.
   *
   * @param orderId the order as the shop counts them
   * @param revenue what it earned, in the base currency: without shipping and tax, after discount
   * @param charged the same in the order's own currency, where that is another one; else null
   * @param discount what was taken off before {@code revenue} was left, in the base currency, zero
   *     or more; null where the shop did not say
   * @param coupon the code that was redeemed, or null
   * @param products what was bought, how many of each, with prices in the base currency
   */
  record OrderCompleted(
      String orderId,
      Money revenue,
      Money charged,
      Money discount,
      String coupon,
      List<Product> products)
      implements Payload {
    /** An order in the base currency, of which nobody says whether there was a discount. */
    public OrderCompleted(String orderId, Money revenue, String coupon, List<Product> products) {
      this(orderId, revenue, null, null, coupon, products);
    }

    public OrderCompleted {
      Require.text(orderId, "order id");
      Require.present(revenue, "revenue");
      Require.that(
          discount == null || discount.amount().signum() >= 0, "a discount is not below zero");
      products = products == null ? List.of() : List.copyOf(products);
    }

    @Override
    public Payload withProducts(UnaryOperator<Product> other) {
      return new OrderCompleted(orderId, revenue, charged, discount, coupon, each(products, other));
    }

    @Override
    public Behaviour behaviour() {
      return Behaviour.PURCHASE;
    }
  }

  /**
   * Money went back: {@code amount} where it is there; else the products, at the prices of the
   * order where they have none; else, where there are no products either, the whole order.
   *
   * @param orderId the order it refers to, or null where the shop did not say; never null where
   *     {@code amount} is
   * @param amount what went back, zero or more, in the base currency, or null
   * @param charged the same in the refund's own currency, where that is another one; else null
   * @param products what came back, how many of each, with prices in the base currency, or null for
   *     a price that the shop did not say; empty where it did not say what
   */
  record OrderRefunded(String orderId, Money amount, Money charged, List<Product> products)
      implements Payload {
    /** A refund in the base currency. */
    public OrderRefunded(String orderId, Money amount, List<Product> products) {
      this(orderId, amount, null, products);
    }

    public OrderRefunded {
      Require.that(
          orderId != null || amount != null, "a refund needs an order to undo or an amount");
      products = products == null ? List.of() : List.copyOf(products);
    }

    @Override
    public Payload withProducts(UnaryOperator<Product> other) {
      return new OrderRefunded(orderId, amount, charged, each(products, other));
    }

    @Override
    public Behaviour behaviour() {
      return Behaviour.PURCHASE;
    }
  }

  /**
   * An order was undone before it was fulfilled.
   *
   * @param orderId which, as the shop counts them
   */
  record OrderCancelled(String orderId) implements Payload {
    public OrderCancelled {
      Require.text(orderId, "order id");
    }

    @Override
    public Behaviour behaviour() {
      return Behaviour.PURCHASE;
    }
  }

  /**
   * The customer met a promotion of the shop's; of id and name one is there.
   *
   * @param clicked whether it was followed up, and not only shown
   * @param promotionId as the shop counts them, or null
   * @param name or null
   * @param creative which of its forms, or null
   * @param position where it stood, or null
   */
  record PromotionSeen(
      boolean clicked, String promotionId, String name, String creative, String position)
      implements Payload {
    public PromotionSeen {
      Require.that(promotionId != null || name != null, "a promotion needs an id or a name");
    }

    @Override
    public Behaviour behaviour() {
      return Behaviour.INTERACTION;
    }
  }

  /**
   * The customer took part in public.
   *
   * @param kind the form it took
   * @param productId what it was about, or null
   * @param via the network or the means, such as {@code instagram} or {@code email}, or null
   */
  record Engaged(Kind kind, String productId, String via) implements Payload {

    /** The form it took. */
    public enum Kind {
      LIKE,
      SHARE,
      COMMENT,
      FOLLOW,
      MENTION,
      WISHLIST,
      /** A wish is taken back. */
      WISHLIST_REMOVED
    }

    public Engaged {
      Require.present(kind, "kind");
    }

    @Override
    public Behaviour behaviour() {
      return Behaviour.INTERACTION;
    }
  }

  /**
   * A product was reviewed; the words are personal ({@code reviewBody}).
   *
   * @param productId the product, by the shop's id
   * @param reviewId the review as the shop counts them, or null
   * @param rating as the shop counts stars, or null
   */
  record Reviewed(String productId, String reviewId, BigDecimal rating) implements Payload {
    public Reviewed {
      Require.text(productId, "product id");
    }

    @Override
    public Behaviour behaviour() {
      return Behaviour.FEEDBACK;
    }
  }

  /**
   * A survey question was answered.
   *
   * @param survey the question
   * @param score points: of NPS 0 to 10, of CSAT 1 to 5
   */
  record SurveyAnswered(Survey survey, int score) implements Payload {

    /** The question that was asked. */
    public enum Survey {
      NPS,
      CSAT
    }

    public SurveyAnswered {
      Require.present(survey, "survey");
      int least = survey == Survey.NPS ? 0 : 1;
      int most = survey == Survey.NPS ? 10 : 5;
      Require.that(score >= least && score <= most, survey + " goes from " + least + " to " + most);
    }

    @Override
    public Behaviour behaviour() {
      return Behaviour.FEEDBACK;
    }
  }

  /**
   * A service ticket moved on.
   *
   * @param ticketId the ticket as the shop counts them
   * @param status where it stands now
   */
  record ServiceTicket(String ticketId, Status status) implements Payload {

    /** Where the ticket stands. */
    public enum Status {
      OPENED,
      UPDATED,
      RESOLVED,
      COMPLAINT
    }

    public ServiceTicket {
      Require.text(ticketId, "ticket id");
      Require.present(status, "status");
    }

    @Override
    public Behaviour behaviour() {
      return Behaviour.FEEDBACK;
    }
  }

  /**
   * The shop learned something about the customer.
   *
   * @param traits by name; a null value takes a trait back
   */
  record TraitsChanged(Map<String, Object> traits) implements Payload {
    public TraitsChanged {
      traits = ordered(traits);
    }

    @Override
    public Behaviour behaviour() {
      return Behaviour.INTERACTION;
    }
  }

  /**
   * The customer allowed or forbade something.
   *
   * @param consents by purpose: true allows it
   */
  record ConsentChanged(Map<String, Boolean> consents) implements Payload {
    public ConsentChanged {
      consents = ordered(consents);
    }

    @Override
    public Behaviour behaviour() {
      return Behaviour.INTERACTION;
    }
  }

  /**
   * A page or an app's screen was looked at.
   *
   * @param name the page's or screen's name, or null
   * @param path the URL's path, or null; never its query
   */
  record PageViewed(String name, String path) implements Payload {
    @Override
    public Behaviour behaviour() {
      return Behaviour.BROWSE;
    }
  }

  /**
   * An event of the shop's own making, kept as it came.
   *
   * @param name what the shop calls it
   * @param properties what the shop said of it, by name
   */
  record Custom(String name, Map<String, Object> properties) implements Payload {
    public Custom {
      Require.text(name, "event name");
      properties = ordered(properties);
    }

    @Override
    public Behaviour behaviour() {
      return Behaviour.INTERACTION;
    }
  }

  private static <V> Map<String, V> ordered(Map<String, V> map) {
    return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  private static List<Product> each(List<Product> products, UnaryOperator<Product> other) {
    return products.stream().map(other).toList();
  }
}
