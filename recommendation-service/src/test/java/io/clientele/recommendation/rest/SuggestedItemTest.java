package io.clientele.recommendation.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.clientele.contract.Json;
import io.clientele.recommendation.serve.Reason;
import io.clientele.recommendation.serve.ReasonTexts;
import io.clientele.recommendation.serve.Suggestion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuggestedItemTest {

  @Test
  void reasonWithoutAnItemSaysSo() throws JsonProcessingException {
    Reason reason = new Reason(Reason.Kind.TRENDING, null, null, null, Optional.empty());

    assertThat(json(reason, ReasonTexts.ENGLISH))
        .isEqualTo(
            "[{\"id\":\"c\",\"score\":12.5,\"reason\":"
                + "{\"kind\":\"trending\",\"item\":null,\"text\":\"popular now\"}}]");
  }

  @Test
  void reasonNamesItsItemAndEvidence() throws JsonProcessingException {
    Reason reason = new Reason(Reason.Kind.SESSION, "b", "Tea", null, Optional.of(3L));

    assertThat(json(reason, ReasonTexts.CHINESE))
        .isEqualTo(
            "[{\"id\":\"c\",\"score\":12.5,\"reason\":{\"kind\":\"session\",\"item\":\"b\","
                + "\"count\":3,\"text\":\"因为您浏览过Tea\"}}]");
  }

  private static String json(Reason reason, ReasonTexts texts) throws JsonProcessingException {
    List<Suggestion> suggestions = List.of(new Suggestion("c", 12.5, reason));
    return Json.mapper().writeValueAsString(SuggestedItem.of(suggestions, texts));
  }
}
