package io.clientele.ingest.call;

import io.clientele.contract.Payload.Engaged;
import io.clientele.contract.Payload.Engaged.Kind;
import java.util.List;
import java.util.Map;

/** Taking part in the shop itself: wishes, shares, likes, comments. */
final class EngagementEvents {

  private EngagementEvents() {}

  /** By event name in lower case. */
  static Map<String, TrackTranslator> table() {
    return Map.of(
        "product added to wishlist", wished(Kind.WISHLIST),
        "product removed from wishlist", wished(Kind.WISHLIST_REMOVED),
        "product shared", engaged(Kind.SHARE),
        "cart shared", engaged(Kind.SHARE),
        "product liked", engaged(Kind.LIKE),
        "product commented", engaged(Kind.COMMENT),
        "brand followed", engaged(Kind.FOLLOW));
  }

  private static TrackTranslator wished(Kind kind) {
    return (properties, market) -> Translation.of(new Engaged(kind, Products.id(properties), null));
  }

  private static TrackTranslator engaged(Kind kind) {
    return (properties, market) -> engaged(kind, properties);
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
