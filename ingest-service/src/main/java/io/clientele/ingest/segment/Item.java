package io.clientele.ingest.segment;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;

/** One event as it stands in a body. Not a Java record, since the body is an array. */
final class Item {

  private final JsonNode node;
  private final byte[] body;
  private final int from;
  private final int to;

  /** The event whose text goes from one byte of the body to before another. */
  Item(JsonNode node, byte[] body, int from, int to) {
    this.node = node;
    this.body = body;
    this.from = from;
    this.to = to;
  }

  JsonNode node() {
    return node;
  }

  int sizeBytes() {
    return to - from;
  }

  /** Exactly what was sent. */
  String text() {
    return new String(body, from, to - from, UTF_8);
  }
}
