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
 * @param items in the order sent
 */
public record Calls(
    CallType type, Fields shared, Instant sentAt, JsonNode around, List<Item> items) {

  public Calls {
    items = List.copyOf(items);
  }

  /** Whether the request could carry no more than the one call. */
  public boolean isSingle() {
    return around.isMissingNode();
  }
}
