package io.clientele.profile.streams;

import io.clientele.profile.timeline.TimelineEntry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;

/**
 * Keys of the rows beside a customer's own. They start with the customer's id and its length, so
 * that all rows of a customer, and of nobody else, share a prefix.
 */
final class RowKey {

  private RowKey() {}

  /** What all rows of a customer in a store start with. */
  static Bytes of(String customerId) {
    return Bytes.wrap(texts(customerId));
  }

  /** A part's row, or what all its lines of the timeline start with. */
  static Bytes ofPart(String customerId, String partId) {
    return Bytes.wrap(texts(customerId, partId));
  }

  /** An order's row. */
  static Bytes ofOrder(String customerId, String orderKey) {
    return Bytes.wrap(texts(customerId, orderKey));
  }

  /** A line of the timeline; of a part's lines the older come first. */
  static Bytes ofLine(String customerId, String partId, Instant at, String eventId) {
    byte[] part = texts(customerId, partId);
    byte[] id = eventId.getBytes(StandardCharsets.UTF_8);
    return Bytes.wrap(
        ByteBuffer.allocate(part.length + Long.BYTES + Integer.BYTES + id.length)
            .put(part)
            .putLong(at.getEpochSecond() ^ Long.MIN_VALUE) // as bytes, negative comes first
            .putInt(at.getNano())
            .put(id)
            .array());
  }

  /** The same of an entry. */
  static Bytes ofLine(String customerId, String partId, TimelineEntry entry) {
    return ofLine(customerId, partId, entry.at(), entry.eventId());
  }

  /** The text after the customer's id in a key with two. */
  static String second(Bytes key) {
    ByteBuffer bytes = ByteBuffer.wrap(key.get());
    bytes.position(Short.BYTES + Short.toUnsignedInt(bytes.getShort()));
    byte[] text = new byte[Short.toUnsignedInt(bytes.getShort())];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private static byte[] texts(String... texts) {
    byte[][] encoded =
        Arrays.stream(texts)
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    int length = Arrays.stream(encoded).mapToInt(text -> Short.BYTES + text.length).sum();
    ByteBuffer key = ByteBuffer.allocate(length);
    for (byte[] text : encoded) {
      key.putShort((short) text.length).put(text); // ids have 1,000 characters, so 4,000 bytes
    }
    return key.array();
  }
}
