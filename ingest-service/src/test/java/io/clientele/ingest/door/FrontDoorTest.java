package io.clientele.ingest.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.ingest.protocol.Desk;
import io.clientele.ingest.protocol.Outcome;
import io.clientele.ingest.protocol.TestDesk;
import io.clientele.ingest.source.Defaults;
import io.clientele.ingest.source.RateLimit;
import io.clientele.ingest.source.RateLimiter;
import io.clientele.ingest.source.Source;
import io.clientele.ingest.source.SourceRegistry;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FrontDoorTest extends WithFrontDoor {

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json", "text/plain", "application/x-www-form-urlencoded", "odd/type"})
  void jsonIsTakenUnderAnyContentType(String contentType) throws Exception {
    HttpResponse<String> answer =
        send(post("/v1/page").header("Content-Type", contentType), PAGE.getBytes(UTF_8));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"accepted\":1,\"rejected\":[]}");
    assertThat(desk.events()).hasSize(1);
    assertThat(budget.reservedBytes()).isZero();
  }

  @Test
  void pathMayEndInASlash() throws Exception {
    byte[] batch = "{\"batch\":[{\"type\":\"page\",\"userId\":\"u\"}]}".getBytes(UTF_8);

    assertThat(send(post("/v1/import/"), batch).statusCode()).isEqualTo(200);
    assertThat(send(post("/v1/import"), batch).statusCode()).isEqualTo(200);
  }

  @Test
  void whatCouldNotBeStoredDoesNotCountAgainstTheLimit() throws Exception {
    desk.sources().replace(List.of(limited(1)));
    desk.log().fail();

    assertThat(send(post("/v1/page"), PAGE.getBytes(UTF_8)).statusCode()).isEqualTo(503);
    assertThat(send(post("/v1/page"), "{".getBytes(UTF_8)).statusCode()).isEqualTo(503);
    assertThat(send(post("/v1/page"), PAGE.getBytes(UTF_8)).statusCode()).isEqualTo(503);
  }

  @Test
  void wrongKeyIsTurnedAwayUnread() throws Exception {
    HttpRequest wrong =
        HttpRequest.newBuilder(uri("/v1/page?writeKey=guess"))
            .POST(BodyPublishers.ofString(PAGE))
            .build();

    assertThat(client.send(wrong, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
  }

  @Test
  void unknownKeyIsPutOffUntilAllSourcesAreKnown() {
    SourceRegistry unread = new SourceRegistry(TestDesk.KEY);
    Desk early = new Desk(unread, new RateLimiter(), null, null, () -> 0);

    assertThat(early.refusal("guess", Instant.EPOCH)).contains(new Outcome.NotYetKnown());
    assertThat(Answers.to(new Outcome.NotYetKnown()).status()).isEqualTo(503);
    unread.replace(List.of());
    assertThat(early.refusal("guess", Instant.EPOCH)).contains(new Outcome.Unauthorised());
  }

  @Test
  void unreachableLogIsPutOff() throws Exception {
    desk.log().fail();

    HttpResponse<String> answer = send(post("/v1/page"), PAGE.getBytes(UTF_8));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    assertThat(budget.reservedBytes()).isZero();
  }

  @Test
  void batchOfWhichNothingIsTakenNamesEachFault() throws Exception {
    HttpResponse<String> answer =
        send(post("/v1/batch"), "{\"batch\":[{\"type\":\"page\"},7]}".getBytes(UTF_8));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body())
        .contains("nothing-taken", "/batch/0/userId", "missing-id", "/batch/1", "not-an-object");
  }

  @Test
  void anyPageMayPost() throws Exception {
    HttpResponse<String> asked =
        client.send(
            HttpRequest.newBuilder(uri("/v1/track"))
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "POST")
                .build(),
            BodyHandlers.ofString());

    assertThat(asked.statusCode()).isEqualTo(204);
    assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(asked.headers().firstValue("Access-Control-Max-Age")).contains("900");
    assertThat(asked.headers().firstValue("Access-Control-Allow-Headers"))
        .contains("Authorization, Content-Type, Content-Encoding, AnonymousId");
    assertThat(send(post("/v1/page"), PAGE.getBytes(UTF_8)).headers().map())
        .containsKey("access-control-allow-origin");
  }

  @Test
  void otherMethodIsNamed() throws Exception {
    HttpRequest get = HttpRequest.newBuilder(uri("/v1/page")).GET().build();

    HttpResponse<String> answer = client.send(get, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("POST, OPTIONS");
  }

  private static Source limited(int events) {
    return new Source(
        Source.DEFAULT, null, Defaults.NONE, new RateLimit(events, events), List.of());
  }
}
