package io.clientele.ingest.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.ingest.call.Fields;
import io.clientele.ingest.call.Item;

/**
 * An event with its attributes beside its data, alone or in a batch. Read anew each time, so that
 * of a batch only one event at a time stands in memory as a tree.
 */
record StructuredEvent(Item sent) implements Item {

  private static final String ENCODED = "/" + Attributes.DATA_BASE64;

  @Override
  public Reading read() {
    JsonNode event = sent.node();
    if (!event.isObject()) {
      return Reading.of(event);
    }
    Attributes attributes = new Attributes(new Fields(event, ""), true);
    Reading read = CallReading.of(attributes, () -> Data.beside(attributes));
    return new Reading(read.node(), read.fault(), pointer -> ofText(read.places().apply(pointer)));
  }

  /** Nothing stands below a text. */
  private static String ofText(String place) {
    return place.startsWith(ENCODED) ? ENCODED : place;
  }

  @Override
  public int sizeBytes() {
    return sent.sizeBytes();
  }

  @Override
  public String text() {
    return sent.text();
  }
}
