package io.clientele.ingest.ga4;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.ingest.Reason;
import io.clientele.ingest.call.Fields;
import io.clientele.ingest.call.Refusal;
import java.util.Iterator;

/** The limits of the protocol: events that go beyond them are refused, never cut. */
final class Limits {

  /** "Smaller than 130 kB". */
  static final int LARGEST_BODY_BYTES = 130 * 1024;

  private static final int MOST_EVENTS = 25;
  private static final int MOST_PARAMS = 25;
  private static final int MOST_ITEMS = 200;

  private Limits() {}

  /**
   * Checks an event's numbers and the shapes of what is to be read from it.
   *
   * @param index its place in the request, from 0
   * @throws Refusal if it goes beyond one
   */
  static void check(Fields event, int index) {
    if (index >= MOST_EVENTS) {
      throw tooMany("", "A request may have " + MOST_EVENTS + " events.");
    }
    JsonNode params = event.node().path("params");
    if (event.has("params") && !params.isObject()) {
      throw new Refusal(
          Reason.INVALID_VALUE, event.pointer("params"), "'params' must be a JSON object.");
    }
    if (params.size() > MOST_PARAMS) {
      throw tooMany(event.pointer("params"), "An event may have " + MOST_PARAMS + " params.");
    }
    if (Vocabulary.rule(event.node().path("name").asText()).isPresent()) {
      checkItems(event.object("params"));
    }
  }

  private static void checkItems(Fields params) {
    if (!params.has("items")) {
      return;
    }
    JsonNode items = params.node().path("items");
    String pointer = params.pointer("items");
    if (items.size() > MOST_ITEMS) {
      throw tooMany(pointer, "An event may have " + MOST_ITEMS + " items.");
    }
    boolean objects = items.isArray();
    for (Iterator<JsonNode> each = items.elements(); objects && each.hasNext(); ) {
      objects = each.next().isObject();
    }
    if (!objects) {
      throw new Refusal(Reason.INVALID_VALUE, pointer, "'items' must be an array of JSON objects.");
    }
  }

  private static Refusal tooMany(String pointer, String detail) {
    return new Refusal(Reason.TOO_MANY, pointer, detail);
  }
}
