package io.clientele.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;

final class PurchaseHistoryTest {

  @Test
  void historyThatWasWrittenWithoutACauseIsRead() throws JsonProcessingException {
    String json =
        "{\"customerId\":\"ada\",\"firstSeenAt\":\"2026-03-01T12:00:00Z\",\"currency\":\"USD\"}";

    PurchaseHistory history = (PurchaseHistory) Json.mapper().readValue(json, HistoryRecord.class);

    assertThat(history.cause()).isNull();
  }
}
