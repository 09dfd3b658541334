package io.clientele.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.contract.Json;
import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.quarantine.RejectionProjection;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the operator sees of the quarantine; there is no broker, so nothing can be replayed. */
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class RejectedOverHttpIT {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Inject RejectionProjection projection;
  @Inject DataSource database;

  @TestHTTPResource("/")
  URI service;

  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void threeRejectionsOfWhichOneIsTaken() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("truncate rejected_event, replay_mark");
    }
    projection.keep(
        List.of(
            rejected("r-1", "too-long", NOON),
            rejected("r-2", "missing-rate", NOON.plusSeconds(1)),
            rejected("ingest-service:received-events-0@7", "malformed-record", NOON.plusSeconds(2)),
            rejected("r-2", "missing-rate", NOON).replayed(NOON.plusSeconds(9))),
        Map.of());
  }

  @Test
  void pagesLeadToEveryRejectionTheNewestFirst() throws Exception {
    JsonNode first = json(get("v1/rejected?limit=2"));
    JsonNode second = json(get("v1/rejected?limit=2&cursor=" + first.get("next").textValue()));

    assertThat(first.get("rejected").findValuesAsText("rejectedId"))
        .containsExactly("ingest-service:received-events-0@7", "r-2");
    assertThat(first.at("/rejected/1/replayedAt").textValue()).isEqualTo("2026-03-01T12:00:09Z");
    assertThat(first.at("/rejected/1/payload").textValue()).isEqualTo("{\"a\":1}");
    assertThat(second.get("rejected").findValuesAsText("rejectedId")).containsExactly("r-1");
    assertThat(second.get("next").isNull()).isTrue();
  }

  @Test
  void filtersNarrowTheListAndTheSummary() throws Exception {
    String filter = "?source=shop&since=2026-03-01T12:00:01Z&until=2026-03-01T12:00:02%2B00:00";

    assertThat(json(get("v1/rejected" + filter)).findValuesAsText("rejectedId"))
        .containsExactly("r-2");
    assertThat(
            json(get("v1/rejected?replayed=false&reason=too-long")).findValuesAsText("rejectedId"))
        .containsExactly("r-1");
    assertThat(json(get("v1/rejected/summary" + filter)))
        .isEqualTo(
            Json.mapper()
                .readTree(
                    """
                    {"counts":[{"reason":"missing-rate","source":"shop","kept":1,"replayed":1}]}"""));
  }

  @Test
  void oneIsReadWholeByItsId() throws Exception {
    JsonNode one = json(get("v1/rejected/ingest-service:received-events-0@7"));

    assertThat(one.get("around").textValue()).isEqualTo("{}");
    assertThat(one.get("reason").textValue()).isEqualTo("malformed-record");
    assertThat(get("v1/rejected/r-9").statusCode()).isEqualTo(404);
    assertThat(get("v1/rejected/a%00b").statusCode()).isEqualTo(404);
  }

  @Test
  void wrongParametersAreAllToldAtOnce() throws Exception {
    HttpResponse<String> answer =
        get("v1/rejected?since=monday&limit=0&cursor=x&replayed=1&sorce=a");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/since", "/limit", "/cursor", "/replayed", "/sorce");
    assertThat(get("v1/rejected?q=%00").statusCode()).isEqualTo(400);
  }

  @Test
  void wrongReplaysAreExplainedAndChangeNothing() throws Exception {
    for (String body :
        List.of(
            "{\"ids\":[]}",
            "{\"ids\":\"r-1\"}",
            "{\"ids\":[1]}",
            "{\"limit\":10001}",
            "{\"limit\":\"many\"}",
            "{\"since\":true}",
            "{\"since\":\"monday\"}",
            "{\"reasons\":{}}",
            "{\"cursor\":\"x\"}",
            "[]",
            "{")) {
      assertThat(replay(body).statusCode()).as(body).isEqualTo(400);
    }
  }

  @Test
  void replayWithoutTheLogIsToBeTriedAgain() throws Exception {
    HttpResponse<String> answer = replay("{\"ids\":[\"r-1\"]}");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    assertThat(replay("").statusCode()).isEqualTo(503); // and not 409: the turn was given back
  }

  @Test
  void onlyTheOperatorIsLetIn() throws Exception {
    for (String path : List.of("v1/rejected", "v1/rejected/summary", "v1/rejected/r-1")) {
      assertThat(send(HttpRequest.newBuilder(service.resolve(path)).build()).statusCode())
          .isEqualTo(401);
    }
    HttpRequest replay =
        HttpRequest.newBuilder(service.resolve("v1/rejected/replay"))
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    assertThat(send(replay).statusCode()).isEqualTo(401);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(service.resolve(path))
            .header("Authorization", "Bearer operator")
            .build());
  }

  private HttpResponse<String> replay(String body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(service.resolve("v1/rejected/replay"))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .header("Authorization", "Bearer operator")
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return Json.mapper().readTree(answer.body());
  }

  private static RejectedEvent rejected(String id, String reason, Instant rejectedAt) {
    return new RejectedEvent(
        id,
        "ingest-service",
        "shop",
        reason,
        "/field",
        "why",
        "POST /v1/track",
        null,
        "ada",
        "{\"a\":1}",
        "{}",
        "utf-8",
        rejectedAt,
        null);
  }
}
