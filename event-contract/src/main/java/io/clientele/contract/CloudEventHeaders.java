package io.clientele.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;

/**
 * CloudEvents 1.0 attributes in Kafka's binary mode, so that any consumer can tell what a record is
 * without reading it.
 */
public final class CloudEventHeaders {

  private CloudEventHeaders() {}

  /**
   * Replaces whatever attributes the headers carry.
   *
   * @param id unique within the source
   * @param service who writes the record
   * @param type what the record is, such as {@code CustomerEvent}
   * @param time when what it tells of occurred
   */
  public static void stamp(Headers headers, String id, String service, String type, Instant time) {
    put(headers, "ce_specversion", "1.0");
    put(headers, "ce_id", id);
    put(headers, "ce_source", "/clientele/" + service);
    put(headers, "ce_type", "io.clientele." + type);
    put(headers, "ce_time", InstantText.of(time));
    put(headers, "content-type", "application/json");
  }

  private static void put(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(UTF_8));
  }
}
