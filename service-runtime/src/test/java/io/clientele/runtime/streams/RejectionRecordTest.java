package io.clientele.runtime.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CloudEventHeaders;
import io.clientele.contract.MalformedRecordException;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

class RejectionRecordTest {

  private static final Instant RECEIVED = Instant.parse("2026-03-01T12:00:00Z");
  private static final byte[] VALUE = "nonsense".getBytes(UTF_8);

  private final Quarantine quarantine = new Quarantine("test", rejected -> {});

  @Test
  void isKeyedByItsSourceAndSaysWhatItIsAndWhen() {
    RejectedEvent rejected = rejectedAt(RECEIVED.toEpochMilli());

    ProducerRecord<String, byte[]> record = RejectionRecord.of(rejected);

    assertThat(record.topic()).isEqualTo("rejected-events");
    assertThat(record.key()).isEqualTo("customer-events");
    assertThat(record.timestamp()).isEqualTo(RECEIVED.toEpochMilli());
    assertThat(RecordFormat.of(RejectedEvent.class).read(record.value())).isEqualTo(rejected);
    assertThat(header(record.headers(), "ce_type")).isEqualTo("io.clientele.RejectedEvent");
    assertThat(header(record.headers(), "ce_id")).isEqualTo("test:customer-events-2@17");
    assertThat(header(record.headers(), "ce_source")).isEqualTo("/clientele/test");
  }

  @Test
  void recordWithoutTimeIsRejectedAtTheBeginningOfTime() {
    assertThat(RejectionRecord.of(rejectedAt(-1)).timestamp()).isZero();
  }

  @Test
  void inATopologyTheRefusedRecordsOwnHeadersStayButForThoseThatSayWhatItIs() {
    Headers headers = new RecordHeaders();
    CloudEventHeaders.stamp(headers, "e-1", "ingest-service", "CustomerEvent", RECEIVED);
    headers.add("traceparent", "00-7-7-01".getBytes(UTF_8));
    long time = RECEIVED.toEpochMilli();

    Record<String, Object> record =
        RejectionRecord.of(rejectedAt(time), new Record<>("ada", VALUE, time, headers));

    assertThat(record.key()).isEqualTo("customer-events");
    assertThat(record.timestamp()).isEqualTo(time);
    assertThat(header(record.headers(), "traceparent")).isEqualTo("00-7-7-01");
    assertThat(header(record.headers(), "ce_type")).isEqualTo("io.clientele.RejectedEvent");
    assertThat(header(headers, "ce_type")).isEqualTo("io.clientele.CustomerEvent");
  }

  private RejectedEvent rejectedAt(long timestamp) {
    return quarantine.reject(
        new RecordPlace("customer-events", 2, 17),
        "ada",
        VALUE,
        timestamp,
        new MalformedRecordException("broken"));
  }

  private static String header(Headers headers, String name) {
    return new String(headers.lastHeader(name).value(), UTF_8);
  }
}
