package io.clientele.bench.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.contract.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SessionRequestsTest {

  @Test
  void bodyNamesItemsLimitAndRanker() throws Exception {
    assertThat(SessionRequests.body(List.of("a", "b"), Optional.of(Ranker.TREES)))
        .isEqualTo("{\"items\":[\"a\",\"b\"],\"limit\":20,\"ranker\":\"trees\"}");
    assertThat(SessionRequests.body(List.of("a"), Optional.empty()))
        .isEqualTo("{\"items\":[\"a\"],\"limit\":20}");
  }

  @Test
  void requestsSayHowLongTheyAreAndSeldomRepeat() throws Exception {
    SessionRequests requests = new SessionRequests(Optional.of(Ranker.LINEAR), 3);
    Set<String> bodies = new HashSet<>();
    for (int number = 0; number < 500; number++) {
      String request = new String(requests.next(0), StandardCharsets.US_ASCII);
      String[] parts = request.split("\r\n\r\n", 2);
      assertThat(parts[0])
          .startsWith("POST /v1/sessions/recommendations HTTP/1.1\r\n")
          .contains("\r\nContent-Length: " + parts[1].length());
      JsonNode body = Json.mapper().readTree(parts[1]);
      assertThat(body.path("items").size()).isBetween(1, 10);
      bodies.add(parts[1]);
    }
    assertThat(bodies).hasSizeGreaterThan(400);
  }

  @Test
  void answerTellsWhichRankerMadeIt() {
    assertThat(Ranker.LINEAR.made("ranker@7/linear")).isTrue();
    assertThat(Ranker.TREES.made("ranker@7/linear")).isFalse();
    assertThat(Ranker.BLEND.made("blend@1")).isTrue();
  }
}
