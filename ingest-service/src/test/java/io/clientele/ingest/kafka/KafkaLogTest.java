package io.clientele.ingest.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.Topics;
import io.clientele.ingest.LogRecord;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

final class KafkaLogTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
  private final KafkaLog log = new KafkaLog(producer, "ingest-service");

  @Test
  void doneOnlyWhenTheLastRecordIsAcknowledged() {
    CompletableFuture<Void> done = append(record("a"), record("b"));

    producer.completeNext();
    assertThat(done).isNotDone();
    producer.completeNext();
    assertThat(done).isCompleted();
  }

  @Test
  void oneRecordThatIsNotAcknowledgedFailsAll() {
    CompletableFuture<Void> done = append(record("a"), record("b"));

    producer.completeNext();
    producer.errorNext(new TimeoutException("slow"));

    assertThat(done).isCompletedExceptionally();
  }

  @Test
  void nothingMoreIsSentAfterOneCannotBe() {
    producer.sendException = new TimeoutException("no metadata");

    CompletableFuture<Void> done = append(record("a"), record("b"));

    assertThat(done).isCompletedExceptionally();
    assertThat(producer.history()).isEmpty();
  }

  @Test
  void nothingIsStoredAtOnce() {
    assertThat(append()).isCompleted();
  }

  @Test
  void recordStandsAtItsReceiptWithItsAttributes() {
    assertThat(append(record("a"))).isNotDone();

    assertThat(producer.history().get(0).timestamp()).isEqualTo(NOW.toEpochMilli());
    assertThat(new String(producer.history().get(0).headers().lastHeader("ce_id").value(), UTF_8))
        .isEqualTo("a");
  }

  private CompletableFuture<Void> append(LogRecord... records) {
    return log.append(List.of(records)).toCompletableFuture();
  }

  private static LogRecord record(String key) {
    return new LogRecord(
        Topics.RECEIVED_EVENTS,
        key,
        new byte[] {'{', '}'},
        NOW,
        new LogRecord.Attributes(key, "ReceivedEvent", NOW));
  }
}
