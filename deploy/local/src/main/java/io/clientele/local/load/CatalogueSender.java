package io.clientele.local.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.contract.Json;
import java.util.ArrayList;
import java.util.List;

/** Sends the catalogue's items in batches, one after the other. */
public final class CatalogueSender {

  private static final int MOST_ITEMS = 1_000;

  private final IngestClient ingest;
  private final Outcome outcome = new Outcome();
  private final List<ObjectNode> batch = new ArrayList<>();

  public CatalogueSender(IngestClient ingest) {
    this.ingest = ingest;
  }

  /** Takes an item; it is sent with those that follow. */
  public void send(ObjectNode item) {
    batch.add(item);
    if (batch.size() >= MOST_ITEMS) {
      finish();
    }
  }

  /** Sends what waits. */
  public void finish() {
    if (!batch.isEmpty()) {
      try {
        outcome.add(
            batch.size(), ingest.post("/v1/catalog/items", Json.mapper().writeValueAsBytes(batch)));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a tree can always be written", e);
      }
      batch.clear();
    }
  }

  Outcome outcome() {
    return outcome;
  }
}
