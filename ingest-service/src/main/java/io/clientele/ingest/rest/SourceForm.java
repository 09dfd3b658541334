package io.clientele.ingest.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.contract.Channel;
import io.clientele.contract.Json;
import io.clientele.ingest.Countries;
import io.clientele.ingest.Currencies;
import io.clientele.ingest.source.Defaults;
import io.clientele.ingest.source.RateLimit;
import io.clientele.ingest.source.Source;
import io.clientele.ingest.source.WriteKey;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What operators write about sources, and what it means. */
final class SourceForm {

  private static final Duration USUAL_OVERLAP = Duration.ofDays(7);
  private static final Duration LONGEST_OVERLAP = Duration.ofDays(365);

  private static final List<String> CHANNELS =
      Arrays.stream(Channel.values()).map(Channel::wireName).toList();

  private SourceForm() {}

  /** A new source, still without keys. */
  static Source create(ObjectNode body) {
    Form form = Form.of(body);
    String name =
        form.required(
            "name",
            Source::isName,
            "must be kebab-case (a-z, 0-9 and single hyphens), at most 64 characters");
    return settings(form, name, List.of());
  }

  /**
   * The source with its settings patched as RFC 7396 has it: what is absent stays, null takes away.
   */
  static Source patch(Source source, ObjectNode patch) {
    ObjectNode settings = Json.mapper().valueToTree(source);
    settings.retain("channel", "defaults", "rateLimit");
    merge(settings, patch);
    return settings(Form.of(settings), source.name(), source.keys());
  }

  /** How long older keys stay valid beside a new one. */
  static Duration overlap(ObjectNode body) {
    Form form = Form.of(body);
    String overlap =
        form.text(
            "overlap",
            SourceForm::isOverlap,
            "must be an ISO 8601 duration from PT0S to P365D, such as P7D");
    form.end();
    form.check();
    return overlap == null ? USUAL_OVERLAP : Duration.parse(overlap);
  }

  private static Source settings(Form form, String name, List<WriteKey> keys) {
    String channel = form.text("channel", CHANNELS::contains, "must be one of " + CHANNELS);
    Defaults defaults = defaults(form.object("defaults"));
    RateLimit rateLimit = rateLimit(form.object("rateLimit"));
    form.end();
    form.check();
    return new Source(
        name, channel == null ? null : Channel.named(channel), defaults, rateLimit, keys);
  }

  private static Defaults defaults(Form form) {
    if (form == null) {
      return Defaults.NONE;
    }
    String currency =
        form.text(
            "currency", Currencies::include, "must be an ISO 4217 code in capitals, such as EUR");
    String country =
        form.text(
            "country", Countries::include, "must be an ISO 3166-1 code in capitals, such as DE");
    form.end();
    return new Defaults(currency, country);
  }

  /** Without a burst it is a second's share. */
  private static RateLimit rateLimit(Form form) {
    if (form == null) {
      return null;
    }
    Integer eventsPerSecond = form.requiredPositive("eventsPerSecond");
    Integer burst = form.positive("burst");
    form.end();
    if (eventsPerSecond == null) {
      return null; // The form says so and will be refused.
    }
    return new RateLimit(eventsPerSecond, burst == null ? eventsPerSecond : burst);
  }

  private static void merge(ObjectNode target, ObjectNode patch) {
    for (Map.Entry<String, JsonNode> field : patch.properties()) {
      if (field.getValue() instanceof ObjectNode inner
          && target.get(field.getKey()) instanceof ObjectNode known) {
        merge(known, inner);
      } else {
        target.set(field.getKey(), field.getValue());
      }
    }
  }

  private static boolean isOverlap(String text) {
    try {
      Duration overlap = Duration.parse(text);
      return !overlap.isNegative() && overlap.compareTo(LONGEST_OVERLAP) <= 0;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
