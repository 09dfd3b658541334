package io.clientele.ingest.kafka;

import io.clientele.contract.CloudEventHeaders;
import io.clientele.ingest.LogRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** How records of the log are records of Kafka. */
final class KafkaRecords {

  private KafkaRecords() {}

  static ProducerRecord<String, byte[]> of(LogRecord record, String service) {
    ProducerRecord<String, byte[]> out =
        new ProducerRecord<>(
            record.topic().name(),
            null,
            record.timestamp().toEpochMilli(),
            record.key(),
            record.value());
    LogRecord.Attributes attributes = record.attributes();
    CloudEventHeaders.stamp(
        out.headers(), attributes.id(), service, attributes.type(), attributes.time());
    return out;
  }
}
