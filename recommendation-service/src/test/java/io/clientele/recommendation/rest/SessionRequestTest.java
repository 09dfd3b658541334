package io.clientele.recommendation.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.clientele.contract.Json;
import io.clientele.recommendation.serve.SessionQuery;
import io.clientele.runtime.http.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionRequestTest {

  @Test
  void whatIsLeftOutOrNullHasItsUsualValue() throws JsonProcessingException {
    SessionQuery usual = new SessionQuery(List.of(), 20, false, List.of(), null, null, null);

    assertThat(read("{}").query()).isEqualTo(usual);
    assertThat(read("{\"items\":[null],\"exclude\":null,\"limit\":null}").query()).isEqualTo(usual);
    assertThat(SessionRequest.EMPTY.query()).isEqualTo(usual);
  }

  @Test
  void numbersCountAsItemIds() throws JsonProcessingException {
    assertThat(read("{\"items\":[17850,\"b\"]}").query().items()).containsExactly("17850", "b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1000000", "1.5", "99999999999999999999", "\"x\"", "true"})
  void limitOutOfRangeIsAProblem(String limit) throws JsonProcessingException {
    SessionRequest request = read("{\"limit\":" + limit + "}");

    assertThatThrownBy(request::query).isInstanceOf(ProblemException.class);
  }

  private static SessionRequest read(String json) throws JsonProcessingException {
    return Json.mapper().readValue(json, SessionRequest.class);
  }
}
