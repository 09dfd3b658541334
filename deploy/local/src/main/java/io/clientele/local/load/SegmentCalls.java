package io.clientele.local.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.contract.Json;
import io.clientele.local.load.LineRows.BadLineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;

/**
 * Segment calls, one JSON object a line. They are history: {@code sentAt} is dropped, so that
 * ingest keeps their times, and a call without a message id gets one that follows from its text.
 */
final class SegmentCalls implements Format {

  private static final int ID_BYTES = 16;

  @Override
  public void read(Source source, Rows rows, Calls calls) throws IOException {
    LineRows.of(
        source,
        rows,
        (number, text) -> {
          Call call = call(text);
          if (call.time() != null) {
            rows.at(call.time());
          }
          calls.call(call.from(number));
        });
  }

  private static Call call(String text) throws BadLineException {
    JsonNode parsed;
    try {
      parsed = Json.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new BadLineException("malformed JSON");
    }
    if (!(parsed instanceof ObjectNode body)) {
      throw new BadLineException("not a JSON object");
    }
    body.remove("sentAt");
    if (!body.hasNonNull("messageId")) {
      body.put("messageId", "segment:" + digest(text));
    }
    Instant time = time(body);
    String shopper = body.path("anonymousId").asText(body.path("userId").asText(""));
    return new Call(shopper, body, time);
  }

  /** Takes the time out of the call; one that cannot be read stays for ingest to refuse. */
  private static Instant time(ObjectNode body) {
    for (String field : new String[] {"timestamp", "originalTimestamp"}) {
      JsonNode value = body.path(field);
      if (value.isTextual()) {
        try {
          Instant time = OffsetDateTime.parse(value.asText()).toInstant();
          body.remove("timestamp");
          body.remove("originalTimestamp");
          return time;
        } catch (DateTimeException e) {
          return null;
        }
      }
    }
    return null;
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
