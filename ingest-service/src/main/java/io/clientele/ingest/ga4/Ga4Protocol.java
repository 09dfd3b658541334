package io.clientele.ingest.ga4;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.contract.Json;
import io.clientele.ingest.Fault;
import io.clientele.ingest.Reason;
import io.clientele.ingest.call.Calls;
import io.clientele.ingest.call.Fields;
import io.clientele.ingest.call.Item;
import io.clientele.ingest.call.JsonBody;
import io.clientele.ingest.call.Refusal;
import io.clientele.ingest.call.Times;
import io.clientele.ingest.protocol.Content;
import io.clientele.ingest.protocol.Endpoint;
import io.clientele.ingest.protocol.Outcome;
import io.clientele.ingest.protocol.Protocol;
import io.clientele.ingest.protocol.Reply;
import io.clientele.ingest.protocol.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The Measurement Protocol of Google Analytics 4, with the endpoint that only validates. */
public final class Ga4Protocol implements Protocol {

  private static final String EVENTS = "events";
  private static final String DEBUG = "/debug/mp/collect";

  /** What of a request is kept with its events, besides its body's own fields. */
  private static final String CHANNEL = "channel";

  private static final String RECEIVED_AT = "received_at";

  @Override
  public List<Endpoint> endpoints() {
    return List.of(Endpoint.post("/mp/collect"), new Endpoint("POST", DEBUG, false));
  }

  @Override
  public String presentedKey(Request request) {
    String secret = request.parameter("api_secret");
    return secret == null ? "" : secret;
  }

  @Override
  public Content read(Request request, byte[] body) {
    if (body.length >= Limits.LARGEST_BODY_BYTES) {
      return unreadable(
          Reason.TOO_LARGE, "A body of the Measurement Protocol must be smaller than 130 kB.");
    }
    boolean web = names(request.parameter("measurement_id"));
    if (!web && !names(request.parameter("firebase_app_id"))) {
      return unreadable(
          Reason.MISSING_STREAM,
          "The query needs a 'measurement_id' (web) or a 'firebase_app_id' (app).");
    }
    boolean strict = request.path().equals(DEBUG);
    Post post = new Post(web ? Post.WEB : Post.APP, request.receivedAt(), strict);
    return read(JsonBody.ofArrayIn(body, EVENTS), post, Set.copyOf(Aside.FIELDS));
  }

  @Override
  public Content reread(Request request, byte[] payload, String around) {
    if (around == null) {
      JsonBody body = JsonBody.ofArrayIn(payload, EVENTS);
      Fields top = body instanceof JsonBody.Read whole ? whole.top() : Fields.NONE;
      return read(body, post(top, request.receivedAt()), Set.copyOf(Aside.FIELDS));
    }
    if (!(tree(around) instanceof ObjectNode kept)) {
      return unreadable(Reason.MALFORMED_JSON, "What stood around the event is not JSON.");
    }
    try {
      Fields top = new Fields(kept, "");
      Instant receivedAt = Times.read(top, RECEIVED_AT);
      Post post = post(top, receivedAt == null ? request.receivedAt() : receivedAt);
      String sent = new String(payload, UTF_8);
      JsonNode node = tree(sent);
      Set<String> asides = new HashSet<>(Aside.FIELDS);
      asides.removeIf(field -> node.size() != 1 || !node.has(field));
      // Beside an event nothing is said again, and beside what was said there was no event.
      asides.forEach(field -> kept.set(field, node.get(field)));
      String start = "{\"" + EVENTS + "\":[" + (asides.isEmpty() ? sent : "") + "]";
      String rest = kept.isEmpty() ? "}" : "," + kept.toString().substring(1);
      return read(JsonBody.ofArrayIn((start + rest).getBytes(UTF_8), EVENTS), post, asides);
    } catch (Refusal refusal) {
      return new Content.Unreadable(null, refusal.fault(), false);
    }
  }

  /** In Google's words where nothing was to be stored; of what was, every body is kept. */
  @Override
  public Optional<Reply> reply(Outcome outcome) {
    if (outcome instanceof Outcome.Judged judged) {
      return Optional.of(Validation.of(judged.verdicts()));
    }
    return outcome instanceof Outcome.Unreadable unread && !unread.kept()
        ? Optional.of(Validation.of(unread.fault()))
        : Optional.empty();
  }

  /**
   * Reads a request.
   *
   * @param asides which of the fields that are calls of their own to read
   */
  private static Content read(JsonBody body, Post post, Set<String> asides) {
    if (body instanceof JsonBody.Unreadable unread) {
      return new Content.Unreadable(null, unread.fault(), false);
    }
    JsonBody.Read whole = (JsonBody.Read) body;
    try {
      Sender sender = Sender.of(whole.top(), post);
      EventIds ids = new EventIds(sender);
      List<Item> items = new ArrayList<>();
      for (Item sent : whole.items()) {
        items.add(event(sent, items.size(), sender, ids));
      }
      for (String aside : Aside.FIELDS) {
        if (asides.contains(aside)) {
          Aside.of(aside, whole.top(), sender, ids).ifPresent(items::add);
        }
      }
      JsonNode around = around(whole.top(), post);
      return new Content.Read(
          null, new Calls(null, Fields.NONE, null, around, "/" + EVENTS, items));
    } catch (Refusal refusal) {
      return new Content.Unreadable(null, refusal.fault(), false);
    }
  }

  /** An event; what is none is left as it is, for the judge to say why. */
  private static Item event(Item sent, int index, Sender sender, EventIds ids) {
    try {
      return sent.node().isObject() ? Event.of(sent, index, sender, ids) : sent;
    } catch (Refusal unreadable) {
      return sent;
    }
  }

  /** What an event cannot be read without, of what did not stand in it. */
  private static JsonNode around(Fields top, Post post) {
    ObjectNode around = top.node().deepCopy();
    around.put(CHANNEL, post.channel());
    around.put(RECEIVED_AT, post.receivedAt().toString());
    return around;
  }

  private static Post post(Fields around, Instant receivedAt) {
    String channel = around.text(CHANNEL);
    boolean app = channel == null ? around.has("app_instance_id") : channel.equals(Post.APP);
    return new Post(app ? Post.APP : Post.WEB, receivedAt, false);
  }

  private static boolean names(String parameter) {
    return parameter != null && !parameter.isBlank();
  }

  /** The JSON of a text; a missing node for what is none, or has a number that none can hold. */
  private static JsonNode tree(String text) {
    try {
      return Json.mapper().readTree(text);
    } catch (JsonProcessingException | NumberFormatException notJson) {
      return MissingNode.getInstance();
    }
  }

  private static Content unreadable(Reason reason, String detail) {
    return new Content.Unreadable(null, new Fault(reason, "", detail), false);
  }
}
