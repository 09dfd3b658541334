package io.clientele.runtime.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.contract.MalformedRecordException;
import io.clientele.contract.RejectedEvent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.Record;

/** Turns records that a service cannot read into rejections that people can search and mend. */
public final class Quarantine {

  /** The reason of every record that is not what its topic promises. */
  public static final String MALFORMED = "malformed-record";

  private final String service;
  private final Consumer<RejectedEvent> observer;

  /**
   * The quarantine of one service.
   *
   * @param service who refuses
   * @param observer sees every rejection as it is made, to count it; not its only witness
   */
  public Quarantine(String service, Consumer<RejectedEvent> observer) {
    this.service = service;
    this.observer = observer;
  }

  /** The service that refuses. */
  public String service() {
    return service;
  }

  /**
   * The rejection of a record, the same however often it is read.
   *
   * @param key of the record, maybe null
   * @param timestamp of the record, in epoch milliseconds
   */
  public RejectedEvent reject(
      RecordPlace place, String key, byte[] value, long timestamp, MalformedRecordException why) {
    return reject(place, key, value, timestamp, new Why(MALFORMED, why.getMessage()));
  }

  /**
   * The rejection of a record that reads well but breaks a rule of its service, the same however
   * often it is read.
   *
   * @param record its key is the customer it came with, maybe null; its headers do not matter
   * @param reason a stable code in kebab-case
   * @param detail for people, without the record's own text
   */
  public RejectedEvent reject(
      RecordPlace place, Record<String, byte[]> record, String reason, String detail) {
    return reject(place, record.key(), record.value(), record.timestamp(), new Why(reason, detail));
  }

  private RejectedEvent reject(
      RecordPlace place, String key, byte[] value, long timestamp, Why why) {
    boolean text = isText(value);
    RejectedEvent rejected =
        new RejectedEvent(
            service + ":" + place,
            service,
            place.topic(),
            why.reason(),
            null,
            why.detail(),
            place.toString(),
            null,
            key,
            text ? new String(value, UTF_8) : Base64.getEncoder().encodeToString(value),
            null,
            text ? "utf-8" : "base64",
            Instant.ofEpochMilli(timestamp),
            null);
    observer.accept(rejected);
    return rejected;
  }

  private record Why(String reason, String detail) {}

  private static boolean isText(byte[] value) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(value));
      return true;
    } catch (CharacterCodingException notText) {
      return false;
    }
  }
}
