package io.clientele.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.RejectedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class IntakeTest {

  private static final Intake.Origin ORIGIN =
      new Intake.Origin("shop", "secret", "POST /v1/batch", Instant.parse("2026-03-01T12:00:00Z"));

  private final List<Integer> shares = new ArrayList<>();
  private final AtomicInteger judged = new AtomicInteger();
  private final AtomicInteger counted = new AtomicInteger();

  @Test
  void largeBatchIsAppendedInShares() {
    CompletionStage<Receipt> receipt = intake(this::appended).take(ORIGIN, refused(250, "x"));

    assertThat(receipt.toCompletableFuture().join().rejected())
        .extracting(Receipt.Rejection::index)
        .isEqualTo(IntStream.range(0, 250).boxed().toList());
    assertThat(shares).containsExactly(100, 100, 50);
    assertThat(counted).hasValue(250);
  }

  @Test
  void shareOfLargeRecordsIsSmaller() {
    intake(this::appended).take(ORIGIN, refused(4, "x".repeat(200 * 1024)));

    assertThat(shares).containsExactly(2, 2);
  }

  @Test
  void whatFollowsAFailureIsNotEvenJudged() {
    LogUnavailableException away = new LogUnavailableException("away", new Exception());

    CompletionStage<Receipt> receipt =
        intake(records -> CompletableFuture.failedStage(away)).take(ORIGIN, refused(250, "x"));

    assertThat(receipt.toCompletableFuture()).isCompletedExceptionally();
    assertThat(judged).hasValue(100);
    assertThat(counted).hasValue(0);
  }

  @Test
  void nothingIsTakenOfNothing() {
    Receipt receipt = intake(this::appended).take(ORIGIN, Stream.of()).toCompletableFuture().join();

    assertThat(receipt).isEqualTo(new Receipt(0, List.of()));
    assertThat(shares).isEmpty();
  }

  private CompletionStage<Void> appended(List<LogRecord> records) {
    shares.add(records.size());
    return CompletableFuture.completedStage(null);
  }

  private Stream<Verdict> refused(int events, String payload) {
    Fault fault = new Fault(Reason.MISSING_ID, "", "");
    return IntStream.range(0, events)
        .peek(index -> judged.incrementAndGet())
        .mapToObj(index -> new Verdict.Refused(fault, "m" + index, null, payload, null));
  }

  private Intake intake(EventLog log) {
    return new Intake(
        log,
        "ingest-service",
        new Intake.Observer() {
          @Override
          public void accepted(String source, int events) {}

          @Override
          public void rejected(RejectedEvent rejected) {
            counted.incrementAndGet();
          }
        });
  }
}
