package io.clientele.ingest.ga4;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.contract.PlausibleTime;
import io.clientele.ingest.Reason;
import io.clientele.ingest.call.Fields;
import io.clientele.ingest.call.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Reads times in microseconds since 1970, a number or, as JSON writes an int64, a text. */
final class Micros {

  static final String FIELD = "timestamp_micros";

  private static final Pattern DIGITS = Pattern.compile("-?\\d{1,18}");

  private Micros() {}

  /**
   * The time that stands in {@code timestamp_micros}, or null.
   *
   * @throws Refusal if it is no time
   */
  static Instant read(Fields fields) {
    if (!fields.has(FIELD)) {
      return null;
    }
    JsonNode value = fields.node().path(FIELD);
    String text = value.isTextual() || value.isIntegralNumber() ? value.asText().strip() : "";
    if (DIGITS.matcher(text).matches()) {
      Instant time = Instant.EPOCH.plus(Long.parseLong(text), ChronoUnit.MICROS);
      if (PlausibleTime.includes(time)) {
        return time;
      }
    }
    throw new Refusal(
        Reason.INVALID_TIME,
        fields.pointer(FIELD),
        "'timestamp_micros' must be a whole number of microseconds since 1970.");
  }
}
