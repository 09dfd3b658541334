package io.clientele.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import io.clientele.contract.Topic;
import io.clientele.contract.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A log in memory that acknowledges at once, or says that it cannot. */
public final class FakeLog implements EventLog {

  private final List<LogRecord> records = new ArrayList<>();
  private boolean reachable = true;

  /** From now on nothing is taken. */
  public void fail() {
    reachable = false;
  }

  @Override
  public CompletionStage<Void> append(List<LogRecord> appended) {
    if (!reachable) {
      return CompletableFuture.failedStage(
          new LogUnavailableException("unreachable", new IllegalStateException("unreachable")));
    }
    records.addAll(appended);
    return CompletableFuture.completedStage(null);
  }

  /** What was written to a topic, as JSON. */
  public List<String> on(Topic topic) {
    return records.stream()
        .filter(record -> record.topic().equals(topic))
        .map(record -> new String(record.value(), UTF_8))
        .toList();
  }

  /** What was received. */
  public List<ReceivedEvent> received() {
    return read(Topics.RECEIVED_EVENTS, RecordFormat.of(ReceivedEvent.class));
  }

  /** What was refused. */
  public List<RejectedEvent> rejected() {
    return read(Topics.REJECTED_EVENTS, RecordFormat.of(RejectedEvent.class));
  }

  private <T> List<T> read(Topic topic, RecordFormat<T> format) {
    return records.stream()
        .filter(record -> record.topic().equals(topic))
        .map(record -> format.read(record.value()))
        .toList();
  }
}
