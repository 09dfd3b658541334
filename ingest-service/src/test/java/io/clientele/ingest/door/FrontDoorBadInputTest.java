package io.clientele.ingest.door;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.contract.Json;
import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.ByteBudget;
import io.clientele.ingest.protocol.TestDesk;
import io.clientele.ingest.segment.SegmentProtocol;
import io.clientele.testing.HandClock;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes with a valid key is taken, or explained and kept whole. */
final class FrontDoorBadInputTest {

  private static final String VALID =
      "{\"userId\":\"\u00fc\",\"event\":\"x\",\"properties\":{\"a\":[1,-2.5e3,true,null],"
          + "\"b\":\"\\ud83d\\ude00 \u20ac\"}}";

  private static final Vertx VERTX = Vertx.vertx();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final TestDesk desk = new TestDesk();
  private HttpServer server;

  @BeforeEach
  void open() {
    Router router = Router.router(VERTX);
    new FrontDoor(
            VERTX,
            desk.desk(),
            new ByteBudget(16L * 1024 * 1024),
            Duration.ofSeconds(30),
            new HandClock(Instant.parse("2026-03-01T12:00:00Z")))
        .open(router, new SegmentProtocol());
    server =
        VERTX
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  @AfterEach
  void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }

  @AfterAll
  static void end() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  /** Values of a property, and what becomes of the call. */
  static Stream<Arguments> values() {
    return Stream.of(
        arguments("NaN", "malformed-json"),
        arguments("Infinity", "malformed-json"),
        arguments("-Infinity", "malformed-json"),
        arguments("undefined", "malformed-json"),
        arguments("tRue", "malformed-json"),
        arguments("+1", "malformed-json"),
        arguments("01", "malformed-json"),
        arguments(".5", "malformed-json"),
        arguments("1.", "malformed-json"),
        arguments("0x1F", "malformed-json"),
        arguments("'a'", "malformed-json"),
        arguments("\"a\" \"b\"", "malformed-json"),
        arguments("\"\\x\"", "malformed-json"),
        arguments("\"\\u12\"", "malformed-json"),
        arguments("\"\\u12g4\"", "malformed-json"),
        arguments("\"a\u0001b\"", "malformed-json"),
        arguments("\"a\nb\"", "malformed-json"),
        arguments("\"a\u0000b\"", "malformed-json"),
        arguments("[1,]", "malformed-json"),
        arguments("[,1]", "malformed-json"),
        arguments("[1 2]", "malformed-json"),
        arguments("{\"a\":1,}", "malformed-json"),
        arguments("{a:1}", "malformed-json"),
        arguments("{\"a\" 1}", "malformed-json"),
        arguments("{1:1}", "malformed-json"),
        arguments("[1}", "malformed-json"),
        arguments("/* note */ 1", "malformed-json"),
        arguments("1 // note", "malformed-json"),
        arguments("\"\\ud800\"", "invalid-text"),
        arguments("\"\\udc00\\ud800\"", "invalid-text"),
        arguments("\"\\ud83d\\\\ude00\"", "invalid-text"),
        arguments("{\"\\ud800\":1}", "malformed-json"),
        arguments("{\"a\":1,\"b\":2,\"a\":3}", "duplicate-field"),
        arguments("{\"a\":{},\"\\u0061\":{}}", "duplicate-field"),
        arguments("[{\"a\":[],\"a\":null}]", "duplicate-field"),
        arguments("1e999", "invalid-value"),
        arguments("1e-999999999", "invalid-value"),
        arguments("-1e2147483647", "invalid-value"),
        arguments("9".repeat(400), "invalid-value"),
        arguments("0." + "9".repeat(400), "invalid-value"),
        arguments("9".repeat(2_000), "too-long"),
        arguments("{\"" + "n".repeat(60_000) + "\":1}", "too-long"),
        arguments("{\"" + "n".repeat(300) + "\":1}", "too-long"),
        arguments("[".repeat(60) + "]".repeat(60), "too-deep"),
        arguments("[".repeat(10_000) + "]".repeat(10_000), "too-deep"),
        arguments("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000), "too-deep"),
        arguments("[".repeat(10_000), "too-deep"),
        arguments("\"\\ud83d\\ude00\"", "taken"),
        arguments("\"\\\\ud800\"", "taken"),
        arguments("\"\\u0000\"", "taken"),
        arguments("{\"\":1}", "taken"),
        arguments(fields(100_000), "taken"));
  }

  /** Bodies, and what becomes of them. */
  static Stream<Arguments> bodies() {
    return Stream.of(
        arguments("nothing", bytes(""), "malformed-json"),
        arguments("blanks", bytes(" \n\t "), "malformed-json"),
        arguments("null", bytes("null"), "not-an-object"),
        arguments("array", bytes("[]"), "not-an-object"),
        arguments("number", bytes("7"), "not-an-object"),
        arguments("text", bytes("\"x\""), "not-an-object"),
        arguments("true", bytes("true"), "not-an-object"),
        arguments("two values", bytes(VALID + VALID), "malformed-json"),
        arguments("two lines", bytes(VALID + "\n7"), "malformed-json"),
        arguments("closed twice", bytes(VALID + "}"), "malformed-json"),
        arguments("form", bytes("event=x&userId=u"), "malformed-json"),
        arguments("markup", bytes("<html></html>"), "malformed-json"),
        arguments("byte order mark", bytes("\uFEFF" + VALID), "taken"),
        arguments("byte order mark alone", bytes("\uFEFF"), "malformed-json"),
        arguments("field twice", bytes("{\"userId\":\"a\",\"userId\":\"b\"}"), "duplicate-field"),
        arguments("UTF-16BE", VALID.getBytes(UTF_16BE), "malformed-encoding"),
        arguments("UTF-16LE", VALID.getBytes(UTF_16LE), "malformed-encoding"),
        arguments("UTF-16 marked", ("\uFEFF" + VALID).getBytes(UTF_16LE), "malformed-encoding"),
        arguments("UTF-32", VALID.getBytes(Charset.forName("UTF-32")), "malformed-encoding"),
        arguments("Latin-1", VALID.getBytes(ISO_8859_1), "malformed-encoding"),
        arguments("overlong", with(0xC0, 0xAF), "malformed-encoding"),
        arguments("overlong in three", with(0xE0, 0x80, 0xAF), "malformed-encoding"),
        arguments("surrogate", with(0xED, 0xA0, 0x80), "malformed-encoding"),
        arguments("beyond Unicode", with(0xF4, 0x90, 0x80, 0x80), "malformed-encoding"),
        arguments("cut off", with(0xE2, 0x82), "malformed-encoding"),
        arguments("tail alone", with(0x80), "malformed-encoding"),
        arguments("no lead", with(0xFF), "malformed-encoding"),
        arguments("random", random(), "malformed-encoding"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void valueIsTakenOrExplained(String value, String reason) throws Exception {
    byte[] body = bytes("{\"userId\":\"u\",\"event\":\"x\",\"properties\":{\"v\":" + value + "}}");

    assertHandled(send("/v1/track", body), body, reason);
  }

  @ParameterizedTest
  @MethodSource("values")
  void valueInABatchIsTakenOrExplained(String value, String reason) throws Exception {
    String page = "{\"type\":\"page\",\"userId\":\"u\"}";
    String call =
        "{\"type\":\"track\",\"userId\":\"u\",\"event\":\"x\",\"properties\":{\"v\":"
            + value
            + "}}";
    byte[] body = bytes("{\"batch\":[" + page + "," + call + "," + page + "]}");

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
  @MethodSource("values")
  void valueAroundABatchIsTakenOrExplained(String value, String reason) throws Exception {
    byte[] body = bytes("{\"context\":{\"v\":" + value + "},\"batch\":[{\"type\":\"page\"},7]}");

    HttpResponse<String> answer = send("/v1/batch", body);

    assertExplained(answer);
    assertThat(answer.statusCode()).isIn(400, 413);
    assertThat(desk.log().rejected()).isNotEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void bodyIsTakenOrExplained(String name, byte[] body, String reason) throws Exception {
    assertHandled(send("/v1/track", body), body, reason);
  }

  @Test
  void everyTruncationIsExplainedAndKept() throws Exception {
    byte[] whole = bytes(VALID);
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
    byte[] body = bytes("{\"batch\":[{\"type\":\"page\",\"userId\":\"u\"}],\"batch\":[]}");

    assertHandled(send("/v1/batch", body), body, "duplicate-field");
  }

  @Test
  void writeKeyIsNotKeptInWhateverEncodingItCame() throws Exception {
    String body = "{\"writeKey\":\"" + TestDesk.KEY + "\"}";

    send("/v1/track", body.getBytes(UTF_16LE));

    byte[] kept = kept(desk.log().rejected().get(0));
    assertThat(new String(kept, UTF_16LE)).startsWith("{\"writeKey\":").doesNotContain("secret");
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
    URI uri =
        URI.create("http://127.0.0.1:" + server.actualPort() + path + "?writeKey=" + TestDesk.KEY);
    return CLIENT.send(
        HttpRequest.newBuilder(uri).POST(BodyPublishers.ofByteArray(body)).build(),
        BodyHandlers.ofString());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  /** A call with these bytes in a text. */
  private static byte[] with(int... raw) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(bytes("{\"userId\":\"u\",\"event\":\"x"));
    Arrays.stream(raw).forEach(body::write);
    body.writeBytes(bytes("\"}"));
    return body.toByteArray();
  }

  /** Neither text nor JSON, the same each time. */
  private static byte[] random() {
    byte[] bytes = new byte[4_096];
    for (int at = 0; at < bytes.length; at++) {
      bytes[at] = (byte) (at * at * 31 + at * 7 + 0x9D);
    }
    return bytes;
  }

  private static String fields(int count) {
    StringBuilder fields = new StringBuilder("{");
    for (int field = 0; field < count; field++) {
      fields.append(field == 0 ? "\"" : ",\"").append(Integer.toString(field, 36)).append("\":1");
    }
    return fields.append('}').toString();
  }
}
