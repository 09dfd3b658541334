package io.clientele.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class OccurrenceTest {

  private static final Instant RECEIVED = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void timeIsTheReceiptWhereNoneIsGiven() {
    assertThat(Occurrence.at(null, null, RECEIVED)).contains(RECEIVED);
  }

  @Test
  void historicalTimeWithoutSentAtIsKept() {
    Instant past = Instant.parse("2010-12-01T08:26:00Z");

    assertThat(Occurrence.at(past, null, RECEIVED)).contains(past);
  }

  @Test
  void clockWithinAMinuteIsTrusted() {
    Instant occurred = RECEIVED.minusSeconds(90);

    assertThat(Occurrence.at(occurred, RECEIVED.minusSeconds(60), RECEIVED)).contains(occurred);
  }

  @Test
  void clockThatIsAnHourAheadIsCorrected() {
    Instant sent = RECEIVED.plusSeconds(3600);

    assertThat(Occurrence.at(sent.minusSeconds(5), sent, RECEIVED))
        .contains(RECEIVED.minusSeconds(5));
  }

  @Test
  void timesBeforeTheWebAndBeyondTomorrowAreRefused() {
    assertThat(Occurrence.at(Instant.parse("1994-12-31T23:59:59Z"), null, RECEIVED)).isEmpty();
    assertThat(Occurrence.at(RECEIVED.plusSeconds(86_401), null, RECEIVED)).isEmpty();
  }
}
