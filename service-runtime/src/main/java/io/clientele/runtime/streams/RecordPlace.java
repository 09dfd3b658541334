package io.clientele.runtime.streams;

/** Where a record stands, written {@code topic-partition@offset}. */
public record RecordPlace(String topic, int partition, long offset) {

  @Override
  public String toString() {
    return topic + "-" + partition + "@" + offset;
  }
}
