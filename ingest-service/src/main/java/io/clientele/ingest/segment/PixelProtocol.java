package io.clientele.ingest.segment;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Calls as images: pages without scripts, and mails, can load one. As RudderStack's gateway has it,
 * but for the answer, which is an image only if the call was taken.
 */
public final class PixelProtocol implements Protocol {

  private static final String WRITE_KEY = "writeKey";
  private static final String AGENT = "context.userAgent";
  private static final String UNDECODED = "undecoded";

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
    Map<String, String> undecoded = UndecodedParameters.of(request.query());
    parameters.putAll(undecoded);
    parameters.remove(WRITE_KEY);
    String agent = request.header("User-Agent");
    if (agent != null && parameters.keySet().stream().noneMatch(PixelProtocol::isInAgentsPlace)) {
      parameters.put(AGENT, agent);
    }
    undecoded.remove(WRITE_KEY);
    return content(request, parameters, undecoded.keySet());
  }

  /** Whether a user agent could not stand beside a parameter of this name. */
  private static boolean isInAgentsPlace(String name) {
    return name.equals("context") || name.startsWith(AGENT) || name.startsWith("context.0");
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
    return content(request, parameters, undecoded(around));
  }

  private static Set<String> undecoded(String around) {
    Set<String> names = new LinkedHashSet<>();
    if (around != null && JsonBody.ofSingle(around.getBytes(UTF_8)) instanceof JsonBody.Read kept) {
      kept.top().node().path(UNDECODED).forEach(name -> names.add(name.asText()));
    }
    return names;
  }

  /**
   * Reads a call.
   *
   * @param undecoded the names of parameters that are no UTF-8
   */
  private static Content content(
      Request request, Map<String, String> parameters, Set<String> undecoded) {
    String name = request.path().substring(request.path().lastIndexOf('/') + 1);
    CallType type = CallType.named(name).orElseThrow();
    if (undecoded.isEmpty()) {
      List<Item> call = List.of(PixelCall.of(parameters, null));
      return new Content.Read(
          null, new Calls(type, Fields.NONE, null, MissingNode.getInstance(), call));
    }
    Fault fault =
        new Fault(
            Reason.MALFORMED_ENCODING,
            Fault.pointer("", undecoded.iterator().next()),
            "The parameter does not encode UTF-8; it is kept as it was sent.");
    // Once kept, a value that was not decoded looks like any other.
    ObjectNode around = JsonNodeFactory.instance.objectNode();
    undecoded.forEach(around.putArray(UNDECODED)::add);
    List<Item> call = List.of(PixelCall.of(parameters, fault));
    return new Content.Read(null, new Calls(type, Fields.NONE, null, around, null, call));
  }

  @Override
  public Optional<Reply> reply(Outcome outcome) {
    return outcome instanceof Outcome.Taken
        ? Optional.of(new Reply(200, "image/gif", PIXEL).notToBeStored())
        : Optional.empty();
  }
}
