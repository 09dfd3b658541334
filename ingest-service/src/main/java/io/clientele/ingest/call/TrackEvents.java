package io.clientele.ingest.call;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Which event name is read how. */
final class TrackEvents {

  private static final Map<String, TrackTranslator> TABLE = table();

  private TrackEvents() {}

  /** The translation of a {@code track} call; an event of a name not known here is custom. */
  static Translation translate(String event, Fields properties, Market market) {
    TrackTranslator translator = TABLE.get(event.toLowerCase(Locale.ROOT));
    return translator == null
        ? CustomEvents.translate(event, properties, market)
        : translator.translate(properties, market);
  }

  private static Map<String, TrackTranslator> table() {
    Map<String, TrackTranslator> table = new HashMap<>();
    table.putAll(BrowseEvents.table());
    table.putAll(CartEvents.table());
    table.putAll(OrderEvents.table());
    table.putAll(CheckoutEvents.table());
    table.putAll(PromotionEvents.table());
    table.putAll(EngagementEvents.table());
    table.putAll(SocialEvents.table());
    table.putAll(FeedbackEvents.table());
    table.putAll(ConsentEvents.table());
    return Map.copyOf(table);
  }
}
