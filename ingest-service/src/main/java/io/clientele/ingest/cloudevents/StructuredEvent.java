package io.clientele.ingest.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.ingest.Fault;
import io.clientele.ingest.call.Fields;
import io.clientele.ingest.call.Item;
import io.clientele.ingest.call.Refusal;
import java.util.Optional;

/**
 * An event with its attributes beside its data, alone or in a batch. Read anew each time, so that
 * of a batch only one event at a time stands in memory as a tree.
 */
record StructuredEvent(Item sent) implements Item {

  @Override
  public JsonNode node() {
    JsonNode event = sent.node();
    return event.isObject() ? reading(event).draft().call() : event;
  }

  @Override
  public int sizeBytes() {
    return sent.sizeBytes();
  }

  @Override
  public String text() {
    return sent.text();
  }

  @Override
  public Optional<Fault> fault() {
    return Optional.ofNullable(reading(sent.node()).fault());
  }

  @Override
  public String placeOf(String pointer) {
    JsonNode event;
    try {
      event = sent.node();
    } catch (Refusal unreadable) {
      return pointer;
    }
    String place = event.isObject() ? reading(event).draft().placeOf(pointer) : pointer;
    String encoded = "/" + Attributes.DATA_BASE64;
    // Nothing stands below a text.
    return place.startsWith(encoded) ? encoded : place;
  }

  private static Reading reading(JsonNode event) {
    Attributes attributes = new Attributes(new Fields(event, ""), true);
    return Reading.of(attributes, () -> Data.beside(attributes));
  }
}
