package io.clientele.ingest.ga4;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.ingest.Fault;
import io.clientele.ingest.call.Draft;
import io.clientele.ingest.call.Fields;
import io.clientele.ingest.call.Item;
import io.clientele.ingest.call.Refusal;
import java.time.Instant;

/**
 * One event of a request. All of them stand in memory as trees at once, which 130 kB allow.
 *
 * @param broken what is wrong with it by the protocol, or null
 */
record Event(Item sent, Draft draft, Fault broken) implements Item {

  /**
   * Reads an event that is a JSON object.
   *
   * @param index its place in the request, from 0
   */
  static Event of(Item sent, int index, Sender sender, EventIds ids) {
    Fields event = new Fields(sent.node(), "");
    JsonNode name = event.node().path("name");
    Fault broken = null;
    Instant time = sender.time();
    try {
      Limits.check(event, index);
      if (sender.post().strict()) {
        Names.checkEvent(event);
      }
      time = event.has(Micros.FIELD) ? Micros.read(event) : time;
    } catch (Refusal refusal) {
      broken = refusal.fault();
    }
    String id = ids.next(name.asText(), event.node().path("params"), time);
    Draft draft = sender.draft(Translator.type(name.asText()), id, time);
    if (event.has(Micros.FIELD)) {
      draft.note("/timestamp", "/" + Micros.FIELD);
    }
    if (name.isTextual()) {
      Translator.fill(event, draft, sender);
    } else {
      draft.note("/event", "/name");
    }
    return new Event(sent, draft, broken);
  }

  @Override
  public Reading read() {
    return new Reading(draft.call(), broken, draft::placeOf);
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
