package io.clientele.ingest.door;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.contract.Json;
import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.ByteBudget;
import io.clientele.ingest.protocol.TestDesk;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes with a valid key is taken, or explained and kept whole. */
final class FrontDoorBadInputTest {

  private static final Vertx VERTX = Vertx.vertx();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final TestDesk desk = new TestDesk();
  private OpenDoor door;

  @BeforeEach
  void open() {
    door = new OpenDoor(VERTX, desk, new ByteBudget(16L * 1024 * 1024), Duration.ofSeconds(30));
  }

  @AfterEach
  void close() {
    door.close();
  }

  @AfterAll
  static void end() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  @ParameterizedTest
  @MethodSource(BadInput.VALUES)
  void valueIsTakenOrExplained(String value, String reason) throws Exception {
    byte[] body =
        BadInput.bytes("{\"userId\":\"u\",\"event\":\"x\",\"properties\":{\"v\":" + value + "}}");

    assertHandled(send("/v1/track", body), body, reason);
  }

  @ParameterizedTest
  @MethodSource(BadInput.VALUES)
  void valueInABatchIsTakenOrExplained(String value, String reason) throws Exception {
    String page = "{\"type\":\"page\",\"userId\":\"u\"}";
    String call =
        "{\"type\":\"track\",\"userId\":\"u\",\"event\":\"x\",\"properties\":{\"v\":"
            + value
            + "}}";
    byte[] body = BadInput.bytes("{\"batch\":[" + page + "," + call + "," + page + "]}");

    HttpResponse<String> answer = send("/v1/batch", body);

    assertExplained(answer);
    List<RejectedEvent> rejected = desk.log().rejected();
    if (answer.statusCode() != 200) {
      assertThat(kept(rejected.get(0))).isEqualTo(body);
      assertThat(rejected.get(0).reason()).isEqualTo(reason);
    } else if (reason.equals("taken")) {
      assertThat(desk.events()).hasSize(3);
    } else {
      assertThat(desk.events()).hasSize(2);
      assertThat(rejected.get(0).reason()).isEqualTo(reason);
      assertThat(rejected.get(0).payload()).isEqualTo(call);
      assertThat(answer.body()).contains("\"index\":1", reason);
    }
  }

  @ParameterizedTest
  @MethodSource(BadInput.VALUES)
  void valueAroundABatchIsTakenOrExplained(String value, String reason) throws Exception {
    byte[] body =
        BadInput.bytes("{\"context\":{\"v\":" + value + "},\"batch\":[{\"type\":\"page\"},7]}");

    HttpResponse<String> answer = send("/v1/batch", body);

    assertExplained(answer);
    assertThat(answer.statusCode()).isIn(400, 413);
    assertThat(desk.log().rejected()).isNotEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(BadInput.BODIES)
  void bodyIsTakenOrExplained(String name, byte[] body, String reason) throws Exception {
    assertHandled(send("/v1/track", body), body, reason);
  }

  @Test
  void everyTruncationIsExplainedAndKept() throws Exception {
    byte[] whole = BadInput.bytes(BadInput.VALID);
    for (int length = 0; length < whole.length; length++) {
      HttpResponse<String> answer = send("/v1/track", Arrays.copyOf(whole, length));
      assertExplained(answer);
      assertThat(answer.statusCode()).as("cut after %s bytes", length).isEqualTo(400);
    }

    assertThat(desk.log().rejected()).hasSize(whole.length);
    assertThat(desk.log().rejected())
        .zipSatisfy(
            IntStream.range(0, whole.length).boxed().toList(),
            (rejected, length) ->
                assertThat(kept(rejected)).isEqualTo(Arrays.copyOf(whole, length)));
  }

  @Test
  void fieldOfABatchThatIsThereTwiceLosesNothing() throws Exception {
    byte[] body = BadInput.bytes("{\"batch\":[{\"type\":\"page\",\"userId\":\"u\"}],\"batch\":[]}");

    assertHandled(send("/v1/batch", body), body, "duplicate-field");
  }

  @Test
  void writeKeyIsNotKeptInWhateverEncodingItCame() throws Exception {
    String body = "{\"writeKey\":\"" + TestDesk.KEY + "\"}";

    send("/v1/track", body.getBytes(UTF_16LE));

    byte[] kept = kept(desk.log().rejected().get(0));
    assertThat(new String(kept, UTF_16LE)).startsWith("{\"writeKey\":").doesNotContain("secret");
  }

  @Test
  void addressIsNotKeptWholeInWhateverEncodingItCame() throws Exception {
    String body = "{\"context\":{\"ip\":\"203.0.113.77\"},\"name\":\"\u00e9\"}";

    for (Charset encoding : List.of(ISO_8859_1, UTF_16LE, UTF_16BE, Charset.forName("UTF-32"))) {
      send("/v1/track", body.getBytes(encoding));
      RejectedEvent rejected = desk.log().rejected().get(desk.log().rejected().size() - 1);
      assertThat(new String(kept(rejected), encoding))
          .isEqualTo(body.replace("203.0.113.77", "203.0.113.0"));
    }
  }

  private void assertHandled(HttpResponse<String> answer, byte[] body, String reason)
      throws Exception {
    assertExplained(answer);
    if (reason.equals("taken")) {
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(desk.events()).hasSize(1);
      return;
    }
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(reason);
    RejectedEvent rejected = desk.log().rejected().get(0);
    assertThat(rejected.reason()).isEqualTo(reason);
    assertThat(kept(rejected)).isEqualTo(body);
  }

  private static void assertExplained(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).isIn(200, 400, 413);
    assertThat(answer.body()).doesNotContain("Exception", "fasterxml", "io.clientele", "\\tat ");
    JsonNode told = Json.mapper().readTree(answer.body());
    if (answer.statusCode() == 200) {
      assertThat(told.path("accepted").isInt()).isTrue();
    } else {
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(told.path("type").textValue()).isNotBlank();
      assertThat(told.path("detail").textValue()).isNotBlank();
      assertThat(told.path("errors").isEmpty()).isFalse();
    }
  }

  private static byte[] kept(RejectedEvent rejected) {
    return rejected.payloadEncoding().equals("base64")
        ? Base64.getDecoder().decode(rejected.payload())
        : rejected.payload().getBytes(UTF_8);
  }

  private HttpResponse<String> send(String path, byte[] body) throws Exception {
    URI uri = door.uri(path + "?writeKey=" + TestDesk.KEY);
    return CLIENT.send(
        HttpRequest.newBuilder(uri).POST(BodyPublishers.ofByteArray(body)).build(),
        BodyHandlers.ofString());
  }
}
