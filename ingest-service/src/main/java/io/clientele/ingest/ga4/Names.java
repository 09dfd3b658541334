package io.clientele.ingest.ga4;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.ingest.Reason;
import io.clientele.ingest.call.Fields;
import io.clientele.ingest.call.Refusal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Google's rules for names. Only the debug endpoint objects: we can take what breaks them, and
 * Google's own exports do.
 *
 * @see <a
 *     href="https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference">Measurement
 *     Protocol reference, reserved names</a>
 */
final class Names {

  /**
   * Whose names.
   *
   * @param longest in characters
   * @param prefixes that are Google's
   * @param names that are Google's
   */
  private record Kind(int longest, List<String> prefixes, Set<String> names) {}

  private static final Kind EVENT =
      new Kind(
          40,
          List.of("firebase_", "ga_", "google_", "gtag."),
          Set.of(
              "ad_activeview",
              "ad_click",
              "ad_exposure",
              "ad_query",
              "ad_reward",
              "adunit_exposure",
              "app_background",
              "app_clear_data",
              "app_exception",
              "app_remove",
              "app_store_refund",
              "app_store_subscription_cancel",
              "app_store_subscription_convert",
              "app_store_subscription_renew",
              "app_upgrade",
              "dynamic_link_app_open",
              "dynamic_link_app_update",
              "dynamic_link_first_open",
              "error",
              "firebase_campaign",
              "firebase_in_app_message_action",
              "firebase_in_app_message_dismiss",
              "firebase_in_app_message_impression",
              "first_open",
              "first_visit",
              "in_app_purchase",
              "notification_dismiss",
              "notification_foreground",
              "notification_open",
              "notification_receive",
              "notification_send",
              "os_update",
              "session_start",
              "user_engagement"));

  private static final Kind PARAM =
      new Kind(40, List.of("firebase_", "ga_", "google_", "gtag."), Set.of("firebase_conversion"));

  private static final Kind USER_PROPERTY =
      new Kind(
          24,
          List.of("firebase_", "ga_", "google_"),
          Set.of(
              "first_open_time",
              "first_visit_time",
              "last_deep_link_referrer",
              "user_id",
              "first_open_after_install"));

  private static final int MOST_USER_PROPERTIES = 25;

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private Names() {}

  /** Checks an event's name and those of its params; a name that is missing is not its affair. */
  static void checkEvent(Fields event) {
    JsonNode name = event.node().path("name");
    if (name.isTextual() && !name.textValue().isBlank()) {
      check(EVENT, name.textValue(), event.pointer("name"));
    }
    checkAll(PARAM, event.object("params"));
  }

  /** Checks the names of user properties, and how many there are. */
  static void checkUserProperties(Fields properties) {
    if (properties.node().size() > MOST_USER_PROPERTIES) {
      throw new Refusal(
          Reason.TOO_MANY,
          properties.pointer(),
          "A request may have " + MOST_USER_PROPERTIES + " user properties.");
    }
    checkAll(USER_PROPERTY, properties);
  }

  private static void checkAll(Kind kind, Fields fields) {
    fields
        .node()
        .properties()
        .forEach(field -> check(kind, field.getKey(), fields.pointer(field.getKey())));
  }

  private static void check(Kind kind, String name, String pointer) {
    if (kind.names.contains(name) || kind.prefixes.stream().anyMatch(name::startsWith)) {
      throw new Refusal(Reason.RESERVED_NAME, pointer, "Google reserves this name for itself.");
    }
    if (name.length() > kind.longest || !NAME.matcher(name).matches()) {
      throw new Refusal(
          Reason.INVALID_NAME,
          pointer,
          "A name starts with a letter, goes on with letters, digits and underscores, and has at"
              + " most "
              + kind.longest
              + " characters.");
    }
  }
}
