package io.clientele.ingest.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.clientele.ingest.Fault;
import io.clientele.ingest.Reason;
import io.clientele.ingest.call.CallType;
import io.clientele.ingest.call.Calls;
import io.clientele.ingest.call.Fields;
import io.clientele.ingest.call.Item;
import io.clientele.ingest.call.JsonBody;
import io.clientele.ingest.protocol.Content;
import io.clientele.ingest.protocol.Endpoint;
import io.clientele.ingest.protocol.Outcome;
import io.clientele.ingest.protocol.Protocol;
import io.clientele.ingest.protocol.Reply;
import io.clientele.ingest.protocol.Request;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls as images: pages without scripts, and mails, can load one. As RudderStack's gateway has it,
 * but for the answer, which is an image only if the call was taken.
 */
public final class PixelProtocol implements Protocol {

  private static final String WRITE_KEY = "writeKey";

  /** A GIF of one transparent pixel, 43 bytes. */
  private static final byte[] PIXEL =
      Base64.getDecoder().decode("R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==");

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint("GET", "/pixel/v1/track", true), new Endpoint("GET", "/pixel/v1/page", true));
  }

  @Override
  public Content read(Request request, byte[] body) {
    Map<String, String> parameters = new LinkedHashMap<>(request.parameters());
    parameters.remove(WRITE_KEY);
    return content(request, parameters);
  }

  @Override
  public Content reread(Request request, byte[] payload, String around) {
    if (!(JsonBody.ofSingle(payload) instanceof JsonBody.Read read)
        || !read.top().node().isObject()) {
      Fault fault =
          new Fault(Reason.NOT_AN_OBJECT, "", "A pixel's parameters must be a JSON object.");
      return new Content.Unreadable(null, fault, false);
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : read.top().node().properties()) {
      parameters.put(field.getKey(), field.getValue().asText());
    }
    return content(request, parameters);
  }

  private static Content content(Request request, Map<String, String> parameters) {
    String name = request.path().substring(request.path().lastIndexOf('/') + 1);
    CallType type = CallType.named(name).orElseThrow();
    List<Item> call = List.of(PixelCall.of(parameters));
    return new Content.Read(
        null, new Calls(type, Fields.NONE, null, MissingNode.getInstance(), call));
  }

  @Override
  public Optional<Reply> reply(Outcome outcome) {
    return outcome instanceof Outcome.Taken
        ? Optional.of(new Reply(200, "image/gif", PIXEL).notToBeStored())
        : Optional.empty();
  }
}
