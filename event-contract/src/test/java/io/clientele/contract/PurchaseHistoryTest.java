package io.clientele.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.clientele.contract.PurchaseHistory.Cause;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PurchaseHistoryTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void historiesThatDifferInTheirCauseOnlySayTheSame() {
    PurchaseHistory history = Samples.purchaseHistory();
    PurchaseHistory merged = history.because(new Cause(Cause.Kind.MERGE, "l-1", NOON));

    assertThat(merged).isNotEqualTo(history);
    assertThat(merged.sameAs(history)).isTrue();
  }

  @Test
  void historiesOfOtherDaysDoNotSayTheSame() {
    PurchaseHistory history = Samples.purchaseHistory();
    PurchaseHistory idle = new PurchaseHistory("ada", NOON, "USD", history.days(), List.of());

    assertThat(idle.sameAs(history)).isFalse();
    assertThat(idle.sameAs(null)).isFalse();
  }

  @Test
  void historyThatWasWrittenWithoutACauseIsRead() throws JsonProcessingException {
    String json =
        "{\"customerId\":\"ada\",\"firstSeenAt\":\"2026-03-01T12:00:00Z\",\"currency\":\"USD\"}";

    PurchaseHistory history = (PurchaseHistory) Json.mapper().readValue(json, HistoryRecord.class);

    assertThat(history.cause()).isNull();
  }
}
