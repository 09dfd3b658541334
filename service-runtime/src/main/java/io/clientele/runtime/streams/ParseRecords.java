package io.clientele.runtime.streams;

import io.clientele.contract.CloudEventHeaders;
import io.clientele.contract.MalformedRecordException;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Reads a topic's bytes and hands on what they say; what cannot be read goes to quarantine in the
 * same transaction, and the flow goes on. A tombstone is handed on as null.
 *
 * @param <T> what the topic carries
 */
public final class ParseRecords<T> implements Processor<String, byte[], String, Object> {

  private final RecordFormat<T> format;
  private final Quarantine quarantine;
  private final String next;
  private ProcessorContext<String, Object> context;

  private ParseRecords(RecordFormat<T> format, Quarantine quarantine, String next) {
    this.format = format;
    this.quarantine = quarantine;
    this.next = next;
  }

  /**
   * Makes a parser a task.
   *
   * @param next the processor that takes the parsed records; rejections go to {@link
   *     RejectedEventsSink#NAME}, of which the parser must be a parent
   */
  public static <T> ProcessorSupplier<String, byte[], String, Object> supplier(
      RecordFormat<T> format, Quarantine quarantine, String next) {
    return () -> new ParseRecords<>(format, quarantine, next);
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
  }

  @Override
  public void process(Record<String, byte[]> record) {
    if (record.value() == null) {
      context.forward(record.withValue(null), next);
      return;
    }
    T value;
    try {
      value = format.read(record.value());
    } catch (MalformedRecordException e) {
      reject(record, e);
      return;
    }
    context.forward(record.withValue(value), next);
  }

  private void reject(Record<String, byte[]> record, MalformedRecordException why) {
    RecordMetadata at = context.recordMetadata().orElseThrow();
    RecordPlace place = new RecordPlace(at.topic(), at.partition(), at.offset());
    RejectedEvent rejected =
        quarantine.reject(place, record.key(), record.value(), record.timestamp(), why);
    Record<String, Object> out = record.withKey(rejected.source()).withValue(rejected);
    CloudEventHeaders.stamp(
        out.headers(),
        rejected.rejectedId(),
        quarantine.service(),
        RejectedEvent.class.getSimpleName(),
        rejected.rejectedAt());
    context.forward(out, RejectedEventsSink.NAME);
  }
}
