package io.clientele.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.contract.Json;
import io.clientele.ingest.source.RateLimit;
import io.clientele.ingest.source.Source;
import io.clientele.ingest.source.SourceRegistry;
import io.clientele.ingest.source.WriteKey;
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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the operator makes of sources. */
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class SourcesOverHttpIT extends WithSources {

  @Inject SourceRegistry registry;

  @TestHTTPResource("/")
  URI service;

  EmbeddedDatabase postgres;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void sourceIsMadeUsedAndEndedOverHttp() throws Exception {
    HttpResponse<String> made =
        send("POST", "v1/sources", "{\"name\":\"shop\",\"defaults\":{\"currency\":\"EUR\"}}");
    String key = json(made).get("writeKey").textValue();

    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.headers().firstValue("Location")).get().asString().endsWith("/v1/sources/shop");
    assertThat(made.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(holder(key)).contains("shop");
    assertThat(json(send("GET", "v1/sources/shop", "")).get("keys"))
        .isEqualTo(json(made).get("keys"));
    assertThat(send("POST", "v1/sources", "{\"name\":\"shop\"}").statusCode()).isEqualTo(409);
    assertThat(send("DELETE", "v1/sources/shop", "").statusCode()).isEqualTo(204);
    assertThat(holder(key)).isEmpty();
    assertThat(send("GET", "v1/sources/shop", "").statusCode()).isEqualTo(404);
    assertThat(send("POST", "v1/sources", "{\"name\":\"shop\"}").statusCode()).isEqualTo(409);
  }

  @Test
  void keysAreRotatedWithOverlapAndRevoked() throws Exception {
    String first = writeKey(send("POST", "v1/sources", "{\"name\":\"shop\"}"));

    HttpResponse<String> rotated = send("POST", "v1/sources/shop/keys", "");
    assertThat(rotated.statusCode()).isEqualTo(201);
    assertThat(Stream.of(first, writeKey(rotated)).map(this::holder))
        .containsOnly(Optional.of("shop"));
    JsonNode keys = json(rotated).get("keys");
    assertThat(keys.get(0).has("expiresAt")).isTrue();
    assertThat(keys.get(1).has("expiresAt")).isFalse();

    String old = "v1/sources/shop/keys/" + keys.get(0).get("id").textValue();
    assertThat(send("DELETE", old, "").statusCode()).isEqualTo(200);
    assertThat(send("DELETE", old, "").statusCode()).isEqualTo(404);
    assertThat(holder(first)).isEmpty();

    String last = writeKey(send("POST", "v1/sources/shop/keys", "{\"overlap\":\"PT0S\"}"));
    assertThat(holder(writeKey(rotated))).isEmpty();
    assertThat(holder(last)).contains("shop");
  }

  @Test
  void noKeyIsStoredOrShownAgain() throws Exception {
    String key = writeKey(send("POST", "v1/sources", "{\"name\":\"shop\"}"));

    String shown =
        send("GET", "v1/sources/shop", "").body()
            + send("GET", "v1/sources", "").body()
            + send("PATCH", "v1/sources/shop", "{\"channel\":\"web\"}").body();

    assertThat(shown).contains("\"shop\"", "\"web\"").doesNotContain(key, WriteKey.hashOf(key));
    assertThat(dump()).contains(WriteKey.hashOf(key)).doesNotContain(key);
  }

  @Test
  void defaultSourceTakesSettingsAndKeepsItsConfiguredKey() throws Exception {
    HttpResponse<String> changed =
        send("PATCH", "v1/sources/default", "{\"rateLimit\":{\"eventsPerSecond\":5}}");

    assertThat(json(changed).at("/keys/0/id").textValue()).isEqualTo("configured");
    assertThat(registry.ownerOf("secret", Instant.now()).found())
        .map(Source::rateLimit)
        .contains(new RateLimit(5, 5));
    assertThat(send("DELETE", "v1/sources/default", "").statusCode()).isEqualTo(409);
    assertThat(send("DELETE", "v1/sources/default/keys/configured", "").statusCode())
        .isEqualTo(409);
    send("PATCH", "v1/sources/default", "{\"rateLimit\":null}");
  }

  @Test
  void pagesLeadToEverySourceOnce() throws Exception {
    for (String name : List.of("b", "a-1", "a")) {
      send("POST", "v1/sources", "{\"name\":\"" + name + "\"}");
    }

    JsonNode first = json(send("GET", "v1/sources?limit=2", ""));
    String next = first.get("next").textValue();
    JsonNode second = json(send("GET", "v1/sources?limit=2&cursor=" + next, ""));

    assertThat(first.get("sources").findValuesAsText("name")).containsExactly("a", "a-1");
    assertThat(second.get("sources").findValuesAsText("name")).containsExactly("b", "default");
    assertThat(second.get("next").isNull()).isTrue();
  }

  @Test
  void wrongRequestsAreExplained() throws Exception {
    HttpResponse<String> unknown =
        send("POST", "v1/sources", "{\"name\":\"a\",\"chanel\":\"web\"}");

    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(json(unknown).at("/errors/0/pointer").textValue()).isEqualTo("/chanel");
    assertThat(send("POST", "v1/sources", "{").statusCode()).isEqualTo(400);
    assertThat(send("POST", "v1/sources", "{\"name\":\"a\",\"name\":\"b\"}").statusCode())
        .isEqualTo(400);
    assertThat(send("POST", "v1/sources", "[".repeat(20_000)).statusCode()).isEqualTo(400);
    assertThat(send("GET", "v1/sources/a%00b", "").statusCode()).isEqualTo(404);
    assertThat(send("GET", "v1/sources?cursor=%00", "").statusCode()).isEqualTo(400);
    assertThat(send("GET", "v1/sources?limit=0", "").statusCode()).isEqualTo(400);
    assertThat(send("PATCH", "v1/sources/nobody", "{}").statusCode()).isEqualTo(404);
    assertThat(send("POST", "v1/sources/nobody/keys", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void onlyTheOperatorIsLetIn() throws Exception {
    for (String authorization : List.of("Bearer secret", "Basic c2VjcmV0Og==", "operator")) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(service.resolve("v1/sources"))
                  .header("Authorization", authorization)
                  .build(),
              HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
      assertThat(answer.body()).contains("wrong-operator-token");
    }
  }

  @Test
  void eventsAreTakenWhileTheDatabaseIsAwayAndChangesAreWhenItIsBack() throws Exception {
    String key = writeKey(send("POST", "v1/sources", "{\"name\":\"shop\"}"));

    postgres.goAway();

    await().untilAsserted(() -> assertThat(health()).isEqualTo("UP away"));
    HttpResponse<String> refused = send("GET", "v1/sources", "");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).contains("1");
    assertThat(holder(key)).contains("shop");

    postgres.comeBack();

    await().untilAsserted(() -> assertThat(health()).isEqualTo("UP answers"));
    assertThat(send("GET", "v1/sources/shop", "").statusCode()).isEqualTo(200);
    assertThat(send("POST", "v1/sources/shop/keys", "").statusCode()).isEqualTo(201);
  }

  /**
   * The part of readiness that tells about the database; there is no broker, so the rest is not.
   */
  private String health() throws Exception {
    for (JsonNode check : json(send("GET", "q/health/ready", "")).get("checks")) {
      if (check.get("name").textValue().equals("sources")) {
        return check.get("status").textValue() + " " + check.at("/data/database").textValue();
      }
    }
    return "none";
  }

  private Optional<String> holder(String key) {
    return registry.ownerOf(key, Instant.now()).found().map(Source::name);
  }

  private static String writeKey(HttpResponse<String> answer) throws IOException {
    return json(answer).get("writeKey").textValue();
  }

  private String dump() throws SQLException {
    StringBuilder rows = new StringBuilder();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select source::text, write_key::text"
                    + " from source join write_key on name = write_key.source")) {
      while (row.next()) {
        rows.append(row.getString(1)).append(row.getString(2));
      }
    }
    return rows.toString();
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return Json.mapper().readTree(answer.body());
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(service.resolve(path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Authorization", "Bearer operator")
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
