package io.clientele.ingest.call;

import io.clientele.contract.Channel;
import io.clientele.contract.Payload.Engaged;
import io.clientele.contract.Payload.Engaged.Kind;
import java.util.HashMap;
import java.util.Map;

/** Taking part in social networks: the platform's own words. */
final class SocialEvents {

  private SocialEvents() {}

  /** By event name in lower case. */
  static Map<String, TrackTranslator> table() {
    Map<String, TrackTranslator> table = new HashMap<>();
    put(table, Kind.LIKE, "liked");
    put(table, Kind.COMMENT, "commented");
    put(table, Kind.SHARE, "shared");
    put(table, Kind.FOLLOW, "followed");
    put(table, Kind.MENTION, "mentioned");
    return table;
  }

  private static void put(Map<String, TrackTranslator> table, Kind kind, String... names) {
    for (String name : names) {
      table.put(name, (properties, market) -> tookPart(kind, properties));
    }
  }

  private static Translation tookPart(Kind kind, Fields properties) {
    Wording.texts(properties, "product_id", "sku", "network", "comment");
    return Translation.of(
            new Engaged(kind, Products.idOrNull(properties), properties.label("network")))
        .with("comment", properties.personalText("comment"))
        .usuallyIn(Channel.SOCIAL);
  }
}
