package io.clientele.profile.streams;

import io.clientele.contract.RecordFormat;
import io.clientele.contract.Topic;
import java.util.Optional;

/**
 * A view of a customer that changed, as its topic is to carry it.
 *
 * @param sink the processor that writes it
 * @param type the record's type, for its headers
 * @param value null where nothing is left to show
 * @param mostBytes that the topic takes of a value
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and handed on at once
record ViewChange(String sink, String type, byte[] value, int mostBytes) {

  /** For the key, the headers and the batch around a value. */
  private static final int ROOM = 64 * 1024;

  /** What became of a view; empty where it stayed as it was. */
  static <V> Optional<ViewChange> between(
      Optional<? extends V> shown,
      Optional<? extends V> now,
      RecordFormat<V> format,
      String sink,
      Topic topic) {
    if (now.equals(shown)) {
      return Optional.empty();
    }
    String type = (now.isPresent() ? now : shown).orElseThrow().getClass().getSimpleName();
    byte[] value = now.isPresent() ? format.write(now.get()) : null;
    return Optional.of(new ViewChange(sink, type, value, topic.largestRecordBytes() - ROOM));
  }

  boolean fits() {
    return value == null || value.length <= mostBytes;
  }
}
