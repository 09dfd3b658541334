package io.clientele.ingest.call;

import io.clientele.contract.Payload.Engaged;
import io.clientele.contract.Payload.Engaged.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Taking part in the shop itself: wishes, shares, likes, comments. */
final class EngagementEvents {

  private EngagementEvents() {}

  /** By event name in lower case. */
  static Map<String, TrackTranslator> table() {
    Map<String, TrackTranslator> table = new HashMap<>();
    table.put(
        "product added to wishlist", (properties, market) -> wished(Kind.WISHLIST, properties));
    table.put(
        "product removed from wishlist",
        (properties, market) -> wished(Kind.WISHLIST_REMOVED, properties));
    put(table, Kind.SHARE, "product shared", "cart shared");
    put(table, Kind.LIKE, "product liked");
    put(table, Kind.COMMENT, "product commented");
    put(table, Kind.FOLLOW, "brand followed");
    return table;
  }

  private static void put(Map<String, TrackTranslator> table, Kind kind, String... names) {
    for (String name : names) {
      table.put(name, (properties, market) -> engaged(kind, properties));
    }
  }

  private static Translation wished(Kind kind, Fields properties) {
    return Translation.of(new Engaged(kind, Products.id(properties), null));
  }

  private static Translation engaged(Kind kind, Fields properties) {
    Wording.texts(properties, "share_via", "share_message", "recipient", "comment");
    return Translation.of(new Engaged(kind, productId(properties), properties.label("share_via")))
        .with("shareMessage", properties.personalText("share_message"))
        .with("recipient", properties.personalText("recipient"))
        .with("comment", properties.personalText("comment"));
  }

  /** Of the one product, also where a cart of one is shared; null for anything else. */
  private static String productId(Fields properties) {
    String id = Products.idOrNull(properties);
    List<Fields> lines = Products.lines(properties);
    return id == null && lines.size() == 1 ? Products.idOrNull(lines.get(0)) : id;
  }
}
