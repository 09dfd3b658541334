package io.clientele.bench.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.bench.events.ShopEvents;
import io.clientele.contract.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class EventRequestsTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

  @Test
  void eachEventOfEachRoundHasAnIdOfItsOwnAndTheTimeOfSending() throws Exception {
    Requests requests = requests(2, 10);

    List<String> ids = new ArrayList<>();
    for (int round = 0; round < 6; round++) {
      JsonNode body = body(requests.next(round % 2));
      assertThat(body.path("sentAt").asText()).isEqualTo(NOW.toString());
      assertThat(body.path("batch")).hasSize(10);
      for (JsonNode event : body.path("batch")) {
        assertThat(event.path("timestamp").asText()).isEqualTo(NOW.toString());
        ids.add(event.path("messageId").asText());
      }
    }

    assertThat(ids).hasSize(60).doesNotHaveDuplicates();
  }

  @Test
  void singleCallIsTheEventItself() throws Exception {
    JsonNode call = body(requests(1, 1).next(0));

    assertThat(call.path("type").asText()).isEqualTo("track");
    assertThat(call.path("messageId").asText()).isEqualTo("bench-0000000000000000");
    assertThat(call.path("sentAt").asText()).isEqualTo(NOW.toString());
  }

  private static Requests requests(int connections, int batch) {
    return new EventRequests(
        new EventRequests.Plan(
            new ShopEvents(1), new AtomicLong(), "key", connections, batch, 2 * batch),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static JsonNode body(byte[] request) throws Exception {
    String text = new String(request, StandardCharsets.US_ASCII);
    int end = text.indexOf("\r\n\r\n") + 4;
    String head = text.substring(0, end);
    assertThat(head)
        .contains("Authorization: Basic a2V5Og==\r\n")
        .contains("Content-Length: " + (request.length - end) + "\r\n");
    return Json.mapper().readTree(text.substring(end));
  }
}
