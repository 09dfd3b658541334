package io.clientele.ingest.door;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clientele.ingest.ByteBudget;
import io.clientele.ingest.protocol.Desk;
import io.clientele.ingest.protocol.Outcome;
import io.clientele.ingest.protocol.TestDesk;
import io.clientele.ingest.source.Defaults;
import io.clientele.ingest.source.RateLimit;
import io.clientele.ingest.source.RateLimiter;
import io.clientele.ingest.source.Source;
import io.clientele.ingest.source.SourceRegistry;
import io.vertx.core.Vertx;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FrontDoorTest {

  private static final String PAGE = "{\"userId\":\"u\"}";
  private static final long BUDGET_BYTES = 16L * 1024 * 1024;

  private final TestDesk desk = new TestDesk();
  private final ByteBudget budget = new ByteBudget(BUDGET_BYTES);
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private OpenDoor door;

  @BeforeEach
  void open() {
    open(Duration.ofSeconds(30));
  }

  private void open(Duration patience) {
    door = new OpenDoor(vertx, desk, budget, patience);
  }

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

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
  void packedBodyIsUnpacked() throws Exception {
    HttpResponse<String> answer =
        send(post("/v1/page").header("Content-Encoding", "gzip"), gzip(PAGE.getBytes(UTF_8)));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(desk.events()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "deflate", "gzip, gzip", "zstd"})
  void packingThatNobodyCanUndoIsNamed(String packing) throws Exception {
    HttpResponse<String> answer =
        send(post("/v1/page").header("Content-Encoding", packing), PAGE.getBytes(UTF_8));

    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(answer.headers().firstValue("Accept-Encoding")).contains("gzip");
    assertThat(answer.body()).contains("unknown-packing");
    assertThat(desk.log().rejected()).isEmpty();
  }

  @Test
  void packingMayHaveItsOldNameOrBeNone() throws Exception {
    send(post("/v1/page").header("Content-Encoding", "X-Gzip"), gzip(PAGE.getBytes(UTF_8)));
    send(post("/v1/page").header("Content-Encoding", "identity"), PAGE.getBytes(UTF_8));

    assertThat(desk.events()).hasSize(2);
  }

  @Test
  void whatCouldNotBeStoredDoesNotCountAgainstTheLimit() throws Exception {
    desk.sources().replace(List.of(limited(1)));
    desk.log().fail();

    assertThat(send(post("/v1/page"), PAGE.getBytes(UTF_8)).statusCode()).isEqualTo(503);
    assertThat(send(post("/v1/page"), "{".getBytes(UTF_8)).statusCode()).isEqualTo(503);
    assertThat(send(post("/v1/page"), PAGE.getBytes(UTF_8)).statusCode()).isEqualTo(503);
  }

  private static Source limited(int events) {
    return new Source(
        Source.DEFAULT, null, Defaults.NONE, new RateLimit(events, events), List.of());
  }

  @Test
  void damagedGzipIsNamed() throws Exception {
    HttpResponse<String> answer =
        send(post("/v1/page").header("Content-Encoding", "gzip"), PAGE.getBytes(UTF_8));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("malformed-encoding").doesNotContain("not kept");
    assertThat(desk.log().rejected())
        .singleElement()
        .satisfies(rejected -> assertThat(rejected.payload()).isEqualTo(PAGE));
  }

  @Test
  void ofAGzipThatBreaksOffItsTextIsKeptWithoutItsSecrets() throws Exception {
    String body = "{\"writeKey\":\"" + TestDesk.KEY + "\",\"context\":{\"ip\":\"203.0.113.77\"}}";
    byte[] packed = gzip(body.getBytes(UTF_8));

    send(
        post("/v1/track").header("Content-Encoding", "gzip"),
        Arrays.copyOf(packed, packed.length - 8));

    assertThat(desk.log().rejected())
        .singleElement()
        .satisfies(
            rejected ->
                assertThat(rejected.payload())
                    .isEqualTo(
                        "{\"writeKey\":\"[write key]\",\"context\":{\"ip\":\"203.0.113.0\"}}"));
  }

  @Test
  void ofAGzipThatIsDamagedFromTheStartOnlyItsHashIsKept() throws Exception {
    byte[] packed = gzip(PAGE.getBytes(UTF_8));
    packed[10] = (byte) 0xFF;

    send(post("/v1/track").header("Content-Encoding", "gzip"), packed);

    assertThat(desk.log().rejected())
        .singleElement()
        .satisfies(
            rejected ->
                assertThat(rejected.payload())
                    .startsWith(packed.length + " bytes, SHA-256 ")
                    .hasSize((packed.length + " bytes, SHA-256 ").length() + 64));
  }

  @Test
  void gzipBombIsNotUnpacked() throws Exception {
    byte[] bomb = gzip(new byte[64 * 1024 * 1024]);

    HttpResponse<String> answer = send(post("/v1/batch").header("Content-Encoding", "gzip"), bomb);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(budget.reservedBytes()).isZero();
  }

  @Test
  void bodyThatSaysItIsTooLargeIsAnsweredUnread() throws Exception {
    String answer = raw(head("POST", "Content-Length: 1073741824"), new byte[1024]);

    assertThat(answer).startsWith("HTTP/1.1 413").contains("body-too-large");
  }

  @Test
  void bodyThatTurnsOutTooLargeIsAnsweredAtTheLimit() throws Exception {
    HttpResponse<String> answer =
        client.send(
            post("/v1/batch")
                .POST(BodyPublishers.ofInputStream(() -> zeros(6 * 1024 * 1024)))
                .build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(budget.reservedBytes()).isZero();
  }

  @Test
  void slowBodyIsAnsweredInTime() throws Exception {
    door.close();
    open(Duration.ofMillis(50));

    String answer = raw(head("POST", "Content-Length: 14"), "{\"us".getBytes(UTF_8));

    assertThat(answer).startsWith("HTTP/1.1 408").contains("body-too-slow");
    assertThat(desk.events()).isEmpty();
    assertThat(budget.reservedBytes()).isZero();
  }

  @Test
  void moreThanFitsInMemoryIsPutOff() throws Exception {
    assertThat(budget.tryReserve(BUDGET_BYTES)).isTrue();

    HttpResponse<String> answer = send(post("/v1/page"), PAGE.getBytes(UTF_8));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
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

  @Test
  void clientThatLeavesInTheMiddleLeavesNothingBehind() throws Exception {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(head("POST", "Content-Length: 14"));
      socket.getOutputStream().write("{\"us".getBytes(UTF_8));
    }
    // The next one is served after the first has been seen to leave.
    send(post("/v1/page"), PAGE.getBytes(UTF_8));

    assertThat(desk.events()).hasSize(1);
    await().untilAsserted(() -> assertThat(budget.reservedBytes()).isZero());
  }

  private URI uri(String path) {
    return door.uri(path);
  }

  private HttpRequest.Builder post(String path) {
    return HttpRequest.newBuilder(uri(path + "?writeKey=" + TestDesk.KEY));
  }

  private HttpResponse<String> send(HttpRequest.Builder request, byte[] body) throws Exception {
    return client.send(
        request.POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofString());
  }

  private static byte[] head(String method, String header) {
    return (method
            + " /v1/page?writeKey="
            + TestDesk.KEY
            + " HTTP/1.1\r\nHost: localhost\r\n"
            + header
            + "\r\n\r\n")
        .getBytes(ISO_8859_1);
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), door.port());
  }

  /** Sends less than was announced and waits for what is said to it. */
  private String raw(byte[] head, byte[] part) throws IOException {
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(head);
      out.write(part);
      out.flush();
      byte[] answer = new byte[2048];
      int length = socket.getInputStream().read(answer);
      return new String(answer, 0, length, UTF_8);
    }
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }

  private static InputStream zeros(int length) {
    return new ByteArrayInputStream(new byte[length]);
  }
}
