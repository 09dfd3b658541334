package io.clientele.ingest.call;

import io.clientele.contract.Channel;
import io.clientele.contract.Payload.Engaged;
import io.clientele.contract.Payload.Engaged.Kind;
import java.util.Map;

/** Taking part in social networks: the platform's own words. */
final class SocialEvents {

  private SocialEvents() {}

  /** By event name in lower case. */
  static Map<String, TrackTranslator> table() {
    return Map.of(
        "liked", tookPart(Kind.LIKE),
        "commented", tookPart(Kind.COMMENT),
        "shared", tookPart(Kind.SHARE),
        "followed", tookPart(Kind.FOLLOW),
        "mentioned", tookPart(Kind.MENTION));
  }

  private static TrackTranslator tookPart(Kind kind) {
    return (properties, market) -> tookPart(kind, properties);
  }

  private static Translation tookPart(Kind kind, Fields properties) {
    Wording.texts(properties, "product_id", "sku", "network", "comment");
    return Translation.of(
            new Engaged(kind, Products.idOrNull(properties), properties.label("network")))
        .with("comment", properties.personalText("comment"))
        .usuallyIn(Channel.SOCIAL);
  }
}
