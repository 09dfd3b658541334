package io.clientele.ingest.call;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What stood around the calls of one request, written out at most once, and only if one of them is
 * refused. For one thread.
 */
final class Around {

  /** It is kept with each call that is refused, of which there may be 2,500. */
  private static final int MOST_CHARACTERS = 4 * 1024;

  private final JsonNode node;
  private String text;

  Around(JsonNode node) {
    this.node = node;
  }

  /**
   * As JSON, to be kept; null if nothing stood there. What is too large is kept as an empty object:
   * that something was there, and so that its calls can be read again without it.
   */
  String kept() {
    return isTooLarge() ? "{}" : text();
  }

  /** Whether it is too large to be kept. */
  boolean isTooLarge() {
    return text() != null && text().length() > MOST_CHARACTERS;
  }

  private String text() {
    if (text == null && !node.isMissingNode()) {
      text = node.toString();
    }
    return text;
  }
}
