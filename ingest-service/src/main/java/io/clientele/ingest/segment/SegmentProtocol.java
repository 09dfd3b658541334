package io.clientele.ingest.segment;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.ingest.Reason;
import io.clientele.ingest.call.CallType;
import io.clientele.ingest.call.Calls;
import io.clientele.ingest.call.Fields;
import io.clientele.ingest.call.Item;
import io.clientele.ingest.call.JsonBody;
import io.clientele.ingest.call.Refusal;
import io.clientele.ingest.call.Times;
import io.clientele.ingest.protocol.Content;
import io.clientele.ingest.protocol.Endpoint;
import io.clientele.ingest.protocol.Protocol;
import io.clientele.ingest.protocol.Request;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Segment's HTTP tracking API, and what RudderStack's adds to it. */
public final class SegmentProtocol implements Protocol {

  private static final String BATCH = "batch";
  private static final String DEVICE = "AnonymousId";
  private static final String CONTEXT = "context";

  /** Why a body may have been given up before its write key was read. */
  private static final Set<Reason> KEYLESS =
      Set.of(
          Reason.MALFORMED_JSON,
          Reason.MALFORMED_ENCODING,
          Reason.DUPLICATE_FIELD,
          Reason.INVALID_TEXT,
          Reason.INVALID_VALUE,
          Reason.TOO_MANY,
          Reason.TOO_DEEP,
          Reason.TOO_LONG);

  @Override
  public List<Endpoint> endpoints() {
    return Stream.of(
            "/v1/track",
            "/v1/identify",
            "/v1/page",
            "/v1/screen",
            "/v1/group",
            "/v1/alias",
            "/v1/merge",
            "/v1/batch",
            "/v1/import",
            "/beacon/v1/batch")
        .map(Endpoint::post)
        .toList();
  }

  @Override
  public List<String> headers() {
    return List.of(DEVICE);
  }

  @Override
  public Content read(Request request, byte[] body) {
    String name = request.path().substring(request.path().lastIndexOf('/') + 1);
    Optional<CallType> single = CallType.named(name);
    JsonBody read = single.isPresent() ? JsonBody.ofSingle(body) : JsonBody.ofArrayIn(body, BATCH);
    if (read instanceof JsonBody.Unreadable unread) {
      return new Content.Unreadable(
          unread.top().text("writeKey"), unread.fault(), KEYLESS.contains(unread.fault().reason()));
    }
    JsonBody.Read whole = (JsonBody.Read) read;
    String writeKey = whole.top().text("writeKey");
    List<Item> items = named(request.header(DEVICE), whole.items());
    if (request.path().startsWith("/beacon/")) {
      addAgent(whole.top(), request.header("User-Agent"));
    }
    if (single.isPresent()) {
      return new Content.Read(
          writeKey, new Calls(single.get(), Fields.NONE, null, MissingNode.getInstance(), items));
    }
    try {
      return new Content.Read(
          writeKey,
          new Calls(
              null, whole.top(), Times.read(whole.top(), "sentAt"), whole.top().node(), items));
    } catch (Refusal refusal) {
      return new Content.Unreadable(writeKey, refusal.fault(), false);
    }
  }

  /** A page that is being left has no time to say what its browser says anyway. */
  private static void addAgent(Fields top, String agent) {
    String name = "userAgent";
    if (agent == null || !(top.node() instanceof ObjectNode body)) {
      return;
    }
    if (!body.hasNonNull(CONTEXT)) {
      body.putObject(CONTEXT).put(name, agent);
    } else if (body.get(CONTEXT) instanceof ObjectNode context && !context.hasNonNull(name)) {
      context.put(name, agent);
    }
  }

  private static List<Item> named(String header, List<Item> items) {
    String device = NamedDevice.of(header);
    return device == null
        ? items
        : items.stream().<Item>map(item -> new NamedDevice(item, device)).toList();
  }

  @Override
  public Content reread(Request request, byte[] payload, String around) {
    if (around == null) {
      return read(request, payload);
    }
    // What stood around is an object, in which the batch was and can stand again.
    String fields = around.substring(1);
    String batch = "{\"" + BATCH + "\":[" + new String(payload, UTF_8) + "]";
    return read(request, (batch + (fields.equals("}") ? "" : ",") + fields).getBytes(UTF_8));
  }
}
