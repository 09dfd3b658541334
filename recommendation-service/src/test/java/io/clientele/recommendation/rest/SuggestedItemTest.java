package io.clientele.recommendation.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.clientele.contract.Json;
import io.clientele.recommendation.serve.Suggestion;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestedItemTest {

  @Test
  void reasonWithoutAnItemSaysSo() throws JsonProcessingException {
    assertThat(json(new Suggestion.Reason("trending", null)))
        .isEqualTo(
            "[{\"id\":\"c\",\"score\":12.5,\"reason\":{\"kind\":\"trending\",\"item\":null}}]");
  }

  @Test
  void reasonNamesItsItem() throws JsonProcessingException {
    assertThat(json(new Suggestion.Reason("session", "b")))
        .isEqualTo(
            "[{\"id\":\"c\",\"score\":12.5,\"reason\":{\"kind\":\"session\",\"item\":\"b\"}}]");
  }

  private static String json(Suggestion.Reason reason) throws JsonProcessingException {
    return Json.mapper()
        .writeValueAsString(SuggestedItem.of(List.of(new Suggestion("c", 12.5, reason))));
  }
}
