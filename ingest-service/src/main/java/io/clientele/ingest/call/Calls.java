package io.clientele.ingest.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * The calls of one request.
 *
 * @param type by the path, or null where each call names its own
 * @param shared fields that count for each call under its own: {@code context}
 * @param sentAt on the sender's clock, or null; a call's own stands over it
 * @param around what stood around the calls, to be kept with those that are refused; a missing node
 *     where nothing did
 * @param array where the array of calls stands in the body, as a JSON pointer; null where the
 *     request could carry no more than the one call
 * @param items in the order sent
 */
public record Calls(
    CallType type, Fields shared, Instant sentAt, JsonNode around, String array, List<Item> items) {

  /** A call alone, or where something stood around them, a {@code batch} of calls. */
  public Calls(CallType type, Fields shared, Instant sentAt, JsonNode around, List<Item> items) {
    this(type, shared, sentAt, around, around.isMissingNode() ? null : "/batch", items);
  }

  public Calls {
    items = List.copyOf(items);
  }
}
