package io.clientele.ingest.ga4;

import java.time.Instant;

/**
 * What is known of a request besides its body.
 *
 * @param channel by the kind of its stream: web or app
 * @param receivedAt by the platform's clock
 * @param strict whether Google's rules for names count too
 */
record Post(String channel, Instant receivedAt, boolean strict) {

  static final String WEB = "web";
  static final String APP = "app";
}
