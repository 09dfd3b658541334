package io.clientele.ingest.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.ingest.Fault;
import io.clientele.ingest.Fingerprint;
import io.clientele.ingest.Reason;
import io.clientele.ingest.call.Draft;
import io.clientele.ingest.call.Item;
import io.clientele.ingest.call.Refusal;
import java.util.Set;
import java.util.function.Supplier;

/** Reads a CloudEvent as a call. */
final class CallReading {

  private static final String OURS = "io.clientele.";
  private static final String TRACK = "track.";

  /** Types whose data is a whole call. */
  private static final Set<String> CALLS =
      Set.of("track", "identify", "page", "screen", "group", "alias", "merge");

  private CallReading() {}

  /** Reads an event; what is wrong with its data is its fault. */
  static Item.Reading of(Attributes attributes, Supplier<Data> data) {
    Draft draft = new Draft();
    Fault fault = null;
    try {
      attributes.check();
      Data read = data.get();
      fill(draft, attributes, read);
    } catch (Refusal refusal) {
      fault = refusal.fault();
    }
    envelope(draft, attributes);
    return new Item.Reading(draft.call(), fault, draft::placeOf);
  }

  private static void fill(Draft draft, Attributes attributes, Data data) {
    JsonNode node = data.node();
    if (!node.isObject() && !node.isMissingNode() && !node.isNull()) {
      throw new Refusal(Reason.NOT_AN_OBJECT, data.place(), "The data must be a JSON object.");
    }
    ObjectNode call = draft.call();
    String type = attributes.text("type");
    String ours = type.startsWith(OURS) ? type.substring(OURS.length()) : "";
    if (CALLS.contains(ours)) {
      draft.note("", data.place());
      if (node instanceof ObjectNode fields) {
        call.setAll(fields);
      }
      call.put("type", ours);
    } else {
      draft.note("/properties", data.place());
      if (node.isObject()) {
        call.set("properties", node);
      }
      call.put("type", "track");
      boolean named = ours.startsWith(TRACK) && ours.length() > TRACK.length();
      call.put("event", named ? ours.substring(TRACK.length()).replace('-', ' ') : type);
      draft.note("/event", attributes.place("type"));
    }
  }

  /** Puts what the attributes say around what the data says. */
  private static void envelope(Draft draft, Attributes attributes) {
    ObjectNode call = draft.call();
    String id = attributes.text("id");
    String source = attributes.text("source");
    if (id != null && source != null) {
      call.put("messageId", Fingerprint.of(source, id));
    }
    draft.note("/type", attributes.place("type"));
    draft.note("/messageId", attributes.place("id"));
    if (!call.hasNonNull("timestamp") && attributes.text("time") != null) {
      call.put("timestamp", attributes.text("time"));
      draft.note("/timestamp", attributes.place("time"));
    }
    if (!"merge".equals(call.path("type").textValue())) {
      customer(draft, attributes);
    }
    session(call, attributes.text("sessionid"), draft, attributes);
  }

  private static void customer(Draft draft, Attributes attributes) {
    ObjectNode call = draft.call();
    if (call.hasNonNull("userId") || call.hasNonNull("anonymousId")) {
      return;
    }
    String user = attributes.text("userid");
    String device = attributes.text("anonymousid");
    String from = "userid";
    if (user == null && device == null) {
      user = attributes.text("subject");
      from = "subject";
    }
    call.put("userId", user);
    call.put("anonymousId", device);
    draft.note("/userId", attributes.place(from));
    draft.note("/anonymousId", attributes.place("anonymousid"));
  }

  private static void session(ObjectNode call, String session, Draft draft, Attributes attributes) {
    JsonNode context = call.path("context");
    boolean free = context.isMissingNode() || context.isNull() || context.isObject();
    if (session != null && free && !context.hasNonNull("sessionId")) {
      (context instanceof ObjectNode own ? own : call.putObject("context"))
          .put("sessionId", session);
      draft.note("/context/sessionId", attributes.place("sessionid"));
    }
  }
}
