package io.clientele.ingest.ga4;

import static io.clientele.ingest.ga4.Vocabulary.Items.LINES;
import static io.clientele.ingest.ga4.Vocabulary.Items.NONE;
import static io.clientele.ingest.ga4.Vocabulary.Items.ONE;
import static io.clientele.ingest.ga4.Vocabulary.Items.PROMOTION;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the events that Google recommends are called in Segment's words; all others keep their
 * names.
 */
final class Vocabulary {

  /** What an event's items are. */
  enum Items {
    /** Nothing: the event is about something else. */
    NONE,
    /** Products, however many. */
    LINES,
    /** The one product that the event is about. */
    ONE,
    /** Where the promotion stands that the event does not name itself. */
    PROMOTION
  }

  /**
   * How an event is read.
   *
   * @param type of the call
   * @param event its name, or null if the call has none
   * @param several the name where the one product turns out to be several; null: it stays custom
   * @param names of properties by those of params
   */
  record Rule(String type, String event, String several, Items items, Map<String, String> names) {

    private Rule naming(String param, String property) {
      Map<String, String> more = new LinkedHashMap<>(names);
      more.put(param, property);
      return new Rule(type, event, several, items, more);
    }

    private Rule severally(String name) {
      return new Rule(type, event, name, items, names);
    }
  }

  private static final Map<String, Rule> RULES = rules();

  private Vocabulary() {}

  /** The rule for an event, if it is one that Google recommends. */
  static Optional<Rule> rule(String event) {
    return Optional.ofNullable(RULES.get(event));
  }

  private static Map<String, Rule> rules() {
    Map<String, Rule> rules = new HashMap<>();
    rules.put(
        "view_item_list", track("Product List Viewed", LINES).naming("item_list_id", "list_id"));
    rules.put("select_item", track("Product Clicked", ONE).severally("Product List Viewed"));
    rules.put("view_item", track("Product Viewed", ONE).severally("Product List Viewed"));
    rules.put("add_to_cart", track("Product Added", LINES));
    rules.put("remove_from_cart", track("Product Removed", LINES));
    rules.put("view_cart", track("Cart Viewed", LINES));
    rules.put("add_to_wishlist", track("Product Added to Wishlist", ONE));
    rules.put(
        "begin_checkout", track("Checkout Started", LINES).naming("transaction_id", "order_id"));
    rules.put(
        "add_shipping_info",
        track("Checkout Step Completed", LINES).naming("shipping_tier", "shipping_method"));
    rules.put(
        "add_payment_info",
        track("Payment Info Entered", LINES).naming("payment_type", "payment_method"));
    Rule ordered = track("Order Completed", LINES).naming("transaction_id", "order_id");
    rules.put("purchase", ordered.naming("value", "revenue"));
    Rule refunded = track("Order Refunded", LINES).naming("transaction_id", "order_id");
    rules.put("refund", refunded.naming("value", "total"));
    rules.put("view_promotion", promotion("Promotion Viewed"));
    rules.put("select_promotion", promotion("Promotion Clicked"));
    Rule searched = track("Products Searched", NONE).naming("search_term", "query");
    rules.put("search", searched);
    rules.put("view_search_results", searched);
    rules.put(
        "share",
        track("Product Shared", NONE)
            .naming("method", "share_via")
            .naming("item_id", "product_id"));
    rules.put("login", track("Signed In", NONE));
    rules.put("sign_up", track("Signed Up", NONE));
    rules.put("page_view", call("page"));
    rules.put("screen_view", call("screen").naming("screen_name", "name"));
    return Map.copyOf(rules);
  }

  private static Rule track(String event, Items items) {
    return new Rule("track", event, null, items, Map.of());
  }

  private static Rule call(String type) {
    return new Rule(type, null, null, NONE, Map.of());
  }

  private static Rule promotion(String event) {
    return track(event, PROMOTION)
        .naming("promotion_id", "promotion_id")
        .naming("promotion_name", "name")
        .naming("creative_name", "creative")
        .naming("creative_slot", "position");
  }
}
