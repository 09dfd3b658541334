package io.clientele.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.clientele.contract.Json;
import io.clientele.local.load.Outcome.Refusal;
import java.util.List;
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

  @Test
  void everyRefusalNamesItsPlaceInTheBatchHoweverIngestTellsIt() throws JsonProcessingException {
    assertThat(add(9, "{\"accepted\":8,\"rejected\":[{\"index\":7,\"reason\":\"missing-id\"}]}"))
        .containsExactly(new Refusal(7, "missing-id"));
    assertThat(
            add(
                2,
                "{\"title\":\"Nothing could be taken\",\"errors\":["
                    + "{\"pointer\":\"/batch/1/event\",\"reason\":\"missing-event\"},"
                    + "{\"pointer\":\"/batch/0\",\"reason\":\"missing-id\"}]}"))
        .containsExactly(new Refusal(1, "missing-event"), new Refusal(0, "missing-id"));
    assertThat(add(2, "{\"title\":\"Body too large\"}"))
        .containsExactly(new Refusal(0, "Body too large"), new Refusal(1, "Body too large"));
  }

  private List<Refusal> add(int size, String answer) throws JsonProcessingException {
    return outcome.add(size, Json.mapper().readTree(answer));
  }
}
