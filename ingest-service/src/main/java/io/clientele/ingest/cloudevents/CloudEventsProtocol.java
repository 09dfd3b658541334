package io.clientele.ingest.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.contract.Json;
import io.clientele.ingest.Fault;
import io.clientele.ingest.KeptBytes;
import io.clientele.ingest.Reason;
import io.clientele.ingest.call.Calls;
import io.clientele.ingest.call.Fields;
import io.clientele.ingest.call.Item;
import io.clientele.ingest.call.JsonBody;
import io.clientele.ingest.protocol.Content;
import io.clientele.ingest.protocol.Endpoint;
import io.clientele.ingest.protocol.Protocol;
import io.clientele.ingest.protocol.Request;
import java.util.List;
import java.util.Optional;

/** CloudEvents 1.0 over HTTP: binary, structured and batched. */
public final class CloudEventsProtocol implements Protocol {

  private static final String STRUCTURED = "application/cloudevents";
  private static final String BATCHED = STRUCTURED + "-batch";

  @Override
  public List<Endpoint> endpoints() {
    return List.of(Endpoint.post("/events"));
  }

  @Override
  public List<String> headers() {
    return Attributes.NAMES.stream().map(CloudEventsProtocol::header).toList();
  }

  private static String header(String attribute) {
    return "ce-" + attribute;
  }

  /** No body can name the key: one that carries none is turned away unread. */
  @Override
  public String presentedKey(Request request) {
    String key = Protocol.super.presentedKey(request);
    return key == null ? "" : key;
  }

  @Override
  public Content read(Request request, byte[] body) {
    String type = MediaType.of(request.header("Content-Type"));
    if (!type.startsWith(STRUCTURED)) {
      return binary(request, body);
    }
    boolean batched = type.startsWith(BATCHED);
    if (!type.equals(batched ? BATCHED : STRUCTURED) && !MediaType.isJson(type)) {
      return unreadable(
          Reason.UNSUPPORTED_FORMAT, "Of the formats of CloudEvents only JSON is understood.");
    }
    return json(batched, body);
  }

  @Override
  public Content reread(Request request, byte[] payload, String around) {
    if (around == null) {
      return json(new String(payload, UTF_8).stripLeading().startsWith("["), payload);
    }
    try {
      return binary(Json.mapper().readTree(around), payload);
    } catch (JsonProcessingException e) {
      return unreadable(Reason.MALFORMED_JSON, "What stood around the event is not JSON.");
    }
  }

  private static Content json(boolean batched, byte[] body) {
    JsonBody read = batched ? JsonBody.ofArray(body) : JsonBody.ofSingle(body);
    if (read instanceof JsonBody.Unreadable unread) {
      return new Content.Unreadable(null, unread.fault(), false);
    }
    List<Item> events =
        ((JsonBody.Read) read)
            .items().stream().<Item>map(sent -> new StructuredEvent(sent)).toList();
    return content(MissingNode.getInstance(), batched ? "" : null, events);
  }

  private static Content binary(Request request, byte[] body) {
    if (!KeptBytes.areText(body)) {
      return unreadable(Reason.MALFORMED_ENCODING, "The body is not UTF-8.");
    }
    ObjectNode attributes = JsonNodeFactory.instance.objectNode();
    for (String name : Attributes.NAMES) {
      String header = request.header(header(name));
      if (header == null) {
        continue;
      }
      Optional<String> value = HeaderValue.decode(header);
      if (value.isEmpty()) {
        return unreadable(
            Reason.MALFORMED_ENCODING, "The header '" + header(name) + "' does not encode UTF-8.");
      }
      attributes.put(name, value.get());
    }
    String contentType = request.header("Content-Type");
    if (contentType != null) {
      attributes.put("datacontenttype", contentType);
    }
    return binary(attributes, body);
  }

  private static Content binary(JsonNode attributes, byte[] body) {
    Item event = new BinaryEvent(new Attributes(new Fields(attributes, ""), false), body);
    return content(attributes, null, List.of(event));
  }

  private static Content content(JsonNode around, String array, List<Item> events) {
    return new Content.Read(null, new Calls(null, Fields.NONE, null, around, array, events));
  }

  private static Content unreadable(Reason reason, String detail) {
    return new Content.Unreadable(null, new Fault(reason, "", detail), false);
  }
}
