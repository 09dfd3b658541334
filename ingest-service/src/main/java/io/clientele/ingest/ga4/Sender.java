package io.clientele.ingest.ga4;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.contract.CustomerIds;
import io.clientele.ingest.CustomerReference;
import io.clientele.ingest.Reason;
import io.clientele.ingest.call.Draft;
import io.clientele.ingest.call.Fields;
import io.clientele.ingest.call.Refusal;
import java.time.Instant;
import java.util.Map;

/**
 * What a request says once for all of its events. Its fields go into their calls as they were sent,
 * for the judge to clean, who writes down what that changes.
 *
 * @param top the request's own fields
 * @param device the client or app instance, or null
 * @param user as the shop knows the customer, or null
 * @param time of the events that do not say, or null
 */
record Sender(Fields top, String device, String user, Instant time, Post post) {

  private static final String CLIENT = "client_id";
  private static final String APP_INSTANCE = "app_instance_id";
  private static final String USER = "user_id";

  /** Where in the call's context stands what stands elsewhere in the request. */
  private static final Map<String, String> CONTEXT =
      Map.ofEntries(
          Map.entry("ip_override", "/context/ip"),
          Map.entry("user_agent", "/context/userAgent"),
          Map.entry("device/language", "/context/locale"),
          Map.entry("user_location/city", "/context/location/city"),
          Map.entry("user_location/region_id", "/context/location/region"),
          Map.entry("user_location/country_id", "/context/location/country"),
          Map.entry("device/category", "/context/device/type"),
          Map.entry("device/model", "/context/device/model"),
          Map.entry("device/brand", "/context/device/manufacturer"),
          Map.entry("device/operating_system", "/context/os/name"),
          Map.entry("device/operating_system_version", "/context/os/version"),
          Map.entry("device/browser", "/context/browser/name"),
          Map.entry("device/browser_version", "/context/browser/version"));

  /**
   * Reads it.
   *
   * @throws Refusal if nothing of the request can be taken
   */
  static Sender of(Fields top, Post post) {
    String client = CustomerReference.named(top.id(CLIENT));
    String instance = CustomerReference.named(top.id(APP_INSTANCE));
    String device = client == null ? instance : client;
    String user = CustomerReference.named(top.id(USER));
    if (user != null && CustomerIds.isAnonymous(user)) {
      throw new Refusal(
          Reason.RESERVED_ID,
          top.pointer(USER),
          "'" + CustomerIds.ANONYMOUS_PREFIX + "' is reserved for devices.");
    }
    if (device == null && (user == null || post.strict())) {
      String needed = post.channel().equals(Post.APP) ? APP_INSTANCE : CLIENT;
      throw new Refusal(
          Reason.MISSING_ID,
          top.pointer(needed),
          "A request needs a '" + needed + "' that names somebody.");
    }
    return new Sender(top, device, user, Micros.read(top), post);
  }

  /** A call of this kind by this sender. */
  Draft draft(String type, String messageId, Instant occurredAt) {
    Draft draft = new Draft();
    ObjectNode call = draft.call();
    call.put("type", type);
    call.put("messageId", messageId);
    boolean instance =
        CustomerReference.named(top.text(CLIENT)) == null && top.text(APP_INSTANCE) != null;
    copy(instance ? APP_INSTANCE : CLIENT, "/anonymousId", draft);
    copy(USER, "/userId", draft);
    call.put("channel", post.channel());
    call.put("timestamp", (occurredAt == null ? post.receivedAt() : occurredAt).toString());
    CONTEXT.forEach((from, to) -> copy(from, to, draft));
    return draft;
  }

  private void copy(String from, String to, Draft draft) {
    String[] steps = from.split("/", -1);
    Fields fields = steps.length == 1 ? top : top.object(steps[0]);
    draft.copy(fields, steps[steps.length - 1], to);
  }
}
