package io.clientele.ingest.ga4;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.contract.CustomerIds;
import io.clientele.ingest.CustomerReference;
import io.clientele.ingest.Reason;
import io.clientele.ingest.call.Draft;
import io.clientele.ingest.call.Fields;
import io.clientele.ingest.call.Refusal;
import java.time.Instant;

/**
 * What a request says once for all of its events.
 *
 * @param device the client or app instance, or null
 * @param user as the shop knows the customer, or null
 * @param time of the events that do not say, or null
 * @param context in Segment's words
 */
record Sender(String device, String user, Instant time, ObjectNode context, Post post) {

  private static final String CLIENT = "client_id";
  private static final String APP_INSTANCE = "app_instance_id";

  /**
   * Reads it.
   *
   * @throws Refusal if nothing of the request can be taken
   */
  static Sender of(Fields top, Post post) {
    String client = CustomerReference.named(top.id(CLIENT));
    String instance = CustomerReference.named(top.id(APP_INSTANCE));
    String device = client == null ? instance : client;
    String user = CustomerReference.named(top.id("user_id"));
    if (user != null && CustomerIds.isAnonymous(user)) {
      throw new Refusal(
          Reason.RESERVED_ID,
          top.pointer("user_id"),
          "'" + CustomerIds.ANONYMOUS_PREFIX + "' is reserved for devices.");
    }
    if (device == null && (user == null || post.strict())) {
      String needed = post.channel().equals(Post.APP) ? APP_INSTANCE : CLIENT;
      throw new Refusal(
          Reason.MISSING_ID,
          top.pointer(needed),
          "A request needs a '" + needed + "' that names somebody.");
    }
    return new Sender(device, user, Micros.read(top), context(top), post);
  }

  /** A call of this kind by this sender. */
  Draft draft(String type, String messageId, Instant occurredAt) {
    Draft draft = new Draft();
    ObjectNode call = draft.call();
    call.put("type", type);
    call.put("messageId", messageId);
    call.put("anonymousId", device);
    call.put("userId", user);
    call.put("channel", post.channel());
    call.put("timestamp", (occurredAt == null ? post.receivedAt() : occurredAt).toString());
    call.set("context", context.deepCopy());
    return draft;
  }

  private static ObjectNode context(Fields top) {
    Fields from = top.object("user_location");
    Fields uses = top.object("device");
    ObjectNode context = JsonNodeFactory.instance.objectNode();
    put(context, "ip", top.text("ip_override"));
    put(context, "userAgent", top.text("user_agent"));
    put(context, "locale", uses.text("language"));
    ObjectNode location = context.putObject("location");
    put(location, "city", from.text("city"));
    put(location, "region", from.text("region_id"));
    put(location, "country", from.text("country_id"));
    ObjectNode device = context.putObject("device");
    put(device, "type", uses.text("category"));
    put(device, "model", uses.text("model"));
    put(device, "manufacturer", uses.text("brand"));
    ObjectNode system = context.putObject("os");
    put(system, "name", uses.text("operating_system"));
    put(system, "version", uses.text("operating_system_version"));
    ObjectNode browser = context.putObject("browser");
    put(browser, "name", uses.text("browser"));
    put(browser, "version", uses.text("browser_version"));
    return context;
  }

  private static void put(ObjectNode object, String name, String text) {
    if (text != null) {
      object.put(name, text);
    }
  }
}
