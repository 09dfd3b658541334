package io.clientele.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.clientele.contract.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OutcomeTest {

  private final Outcome outcome = new Outcome();

  @Test
  void refusalsCountUnderTheSameReasonWhetherOrNotTheRestOfTheBatchWasTaken()
      throws JsonProcessingException {
    add(2, "{\"accepted\":1,\"rejected\":[{\"index\":0,\"reason\":\"missing-id\"}]}");
    add(
        1,
        "{\"title\":\"Nothing could be taken\",\"status\":400,\"errors\":"
            + "[{\"pointer\":\"/batch/0\",\"detail\":\"No id.\",\"reason\":\"missing-id\"}]}");

    assertThat(outcome.taken()).isEqualTo(1);
    assertThat(outcome.refusedByReason()).isEqualTo(Map.of("missing-id", 2L));
  }

  @Test
  void problemAboutTheWholeBodyCountsEveryEventUnderItsTitle() throws JsonProcessingException {
    add(
        3,
        "{\"title\":\"Body too large\",\"status\":413,"
            + "\"errors\":[{\"pointer\":\"\",\"detail\":\"4 MB.\"}]}");

    assertThat(outcome.refusedByReason()).isEqualTo(Map.of("Body too large", 3L));
  }

  private void add(int size, String answer) throws JsonProcessingException {
    outcome.add(size, Json.mapper().readTree(answer));
  }
}
