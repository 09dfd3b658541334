package io.clientele.runtime.streams;

import io.clientele.contract.MalformedRecordException;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import java.util.Optional;
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

  /**
   * What a reader asks of a record beyond its own rules.
   *
   * @param <T> what the topic carries
   */
  @FunctionalInterface
  public interface Rule<T> {

    /**
     * What is wrong, for people and without the record's own text; empty where nothing is.
     *
     * @param key of the record, maybe null
     */
    Optional<String> fault(String key, T value);
  }

  private final RecordFormat<T> format;
  private final Rule<T> rule;
  private final Quarantine quarantine;
  private final String next;
  private final String rejectedSink;
  private ProcessorContext<String, Object> context;

  private ParseRecords(
      RecordFormat<T> format,
      Rule<T> rule,
      Quarantine quarantine,
      String next,
      String rejectedSink) {
    this.format = format;
    this.rule = rule;
    this.quarantine = quarantine;
    this.next = next;
    this.rejectedSink = rejectedSink;
  }

  /**
   * Makes a parser a task.
   *
   * @param next the processor that takes the parsed records; rejections go to {@link
   *     RejectedEventsSink#NAME}, of which the parser must be a parent
   */
  public static <T> ProcessorSupplier<String, byte[], String, Object> supplier(
      RecordFormat<T> format, Quarantine quarantine, String next) {
    return supplier(format, (key, value) -> Optional.empty(), quarantine, next);
  }

  /** The same, and what breaks the rule goes to quarantine too. */
  public static <T> ProcessorSupplier<String, byte[], String, Object> supplier(
      RecordFormat<T> format, Rule<T> rule, Quarantine quarantine, String next) {
    return () -> new ParseRecords<>(format, rule, quarantine, next, RejectedEventsSink.NAME);
  }

  /**
   * The first again with a sink of another name, for a topology of several sub-topologies: a sink
   * that two of them share would make them one.
   */
  public static <T> ProcessorSupplier<String, byte[], String, Object> supplier(
      RecordFormat<T> format, Quarantine quarantine, String next, String rejectedSink) {
    return () ->
        new ParseRecords<>(
            format, (key, value) -> Optional.empty(), quarantine, next, rejectedSink);
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
  }

  @Override
  public void process(Record<String, byte[]> record) {
    if (record.value() == null && record.key() == null) {
      reject(
          record.withValue(new byte[0]),
          new MalformedRecordException("a record with neither key nor value"));
      return;
    }
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
    Optional<String> fault = rule.fault(record.key(), value);
    if (fault.isPresent()) {
      reject(record, new MalformedRecordException(fault.get()));
      return;
    }
    context.forward(record.withValue(value), next);
  }

  private void reject(Record<String, byte[]> record, MalformedRecordException why) {
    RecordMetadata at = context.recordMetadata().orElseThrow();
    RecordPlace place = new RecordPlace(at.topic(), at.partition(), at.offset());
    RejectedEvent rejected =
        quarantine.reject(place, record.key(), record.value(), record.timestamp(), why);
    context.forward(RejectionRecord.of(rejected, record), rejectedSink);
  }
}
