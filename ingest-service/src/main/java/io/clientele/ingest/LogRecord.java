package io.clientele.ingest;

import io.clientele.contract.Topic;
import java.time.Instant;
import java.util.Objects;

/** One record on its way to a topic. Not a Java record, since its value is an array. */
public final class LogRecord {

  /**
   * What the record is, for its CloudEvents headers.
   *
   * @param id unique in this service
   * @param type the name of the contract's record
   * @param time when what it tells of occurred
   */
  public record Attributes(String id, String type, Instant time) {}

  private final Topic topic;
  private final String key;
  private final byte[] value;
  private final Instant timestamp;
  private final Attributes attributes;

  /**
   * A record.
   *
   * @param timestamp when the platform received it
   */
  public LogRecord(
      Topic topic, String key, byte[] value, Instant timestamp, Attributes attributes) {
    this.topic = Objects.requireNonNull(topic, "topic");
    this.key = Objects.requireNonNull(key, "key");
    this.value = Objects.requireNonNull(value, "value");
    this.timestamp = Objects.requireNonNull(timestamp, "timestamp");
    this.attributes = Objects.requireNonNull(attributes, "attributes");
  }

  /** Where it goes. */
  public Topic topic() {
    return topic;
  }

  /** By what it is partitioned. */
  public String key() {
    return key;
  }

  /** JSON in UTF-8, not to be changed. */
  public byte[] value() {
    return value;
  }

  /** When the platform received it. */
  public Instant timestamp() {
    return timestamp;
  }

  /** What it is. */
  public Attributes attributes() {
    return attributes;
  }
}
