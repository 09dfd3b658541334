package io.clientele.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.local.platform.Service;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is said over the wire, the service answers the sender's fault and goes on serving. */
@OnFrontDoor
class BadHttpIT {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How long something unfinished is listened to, to which there may be no answer. */
  private static final Duration SILENCE = Duration.ofSeconds(3);

  private static final Duration LONGER_THAN_ANY_BODY_MAY_TAKE = Duration.ofMinutes(1);
  private static final long GIGABYTE = 1L << 30;
  private static final int SLOW_SENDERS = 200;

  private FrontDoor front;
  private long pid;
  private RawHttp raw;

  @BeforeEach
  void knock(FrontDoor door) {
    front = door;
    pid = door.ingestPid(1);
    raw = new RawHttp(door.url(Service.INGEST), PATIENCE);
  }

  @AfterEach
  void servesAsBefore() {
    String id = "good-" + UUID.randomUUID();
    assertThat(new Shop(front).post(List.of(Events.order(id, id, "1", Instant.now()))).status())
        .isEqualTo(200);
    assertThat(front.ingestPid(1)).isEqualTo(pid);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "BREW", "post", "é"})
  void wrongMethodIsNamed(String method) throws IOException {
    RawHttp.Heard heard =
        raw.say(method + " /v1/track HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

    isTheSendersFault(heard);
  }

  static Stream<String> garbage() {
    String good = "POST /v1/track HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n";
    return Stream.of(
        "\0\1\2\3\4\u00ff\u00fe\r\n\r\n",
        "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003",
        "POST\r\n\r\n",
        "POST /v1/track HTTP/9.9\r\n\r\n",
        "POST /v1/track\0 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "POST /v1/%zz%00%ff HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
        "POST /v1/track?writeKey=%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
        "POST /v1/track HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        "POST /v1/track HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "POST /v1/track HTTP/1.1\r\nHost: a\r\nContent-Length: two\r\n\r\n{}",
        good + "Content-Length: 3\r\n\r\n{}",
        good + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /v1/track HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n",
        good + "Authorization: Basic \u0000\r\n\r\n{}",
        good + "Authorization: Basic %%%\r\n\r\n{}",
        good + "\r\n{}" + "\u00ff\u00fe garbage that follows in the pipeline\r\n\r\n",
        good + "\r\n{}" + good + "\r\n{}" + "GARBAGE\r\n\r\n");
  }

  @ParameterizedTest
  @MethodSource("garbage")
  void garbageIsTheSendersFault(String garbage) throws IOException {
    isTheSendersFault(new RawHttp(front.url(Service.INGEST), SILENCE).say(garbage));
  }

  @Test
  void floodOfHeadersIsTurnedAway() throws IOException {
    StringBuilder headers = new StringBuilder("POST /v1/track HTTP/1.1\r\nHost: a\r\n");
    for (int number = 0; number < 10_000; number++) {
      headers.append("X-").append(number).append(": y\r\n");
    }

    isTurnedAway(raw.say(headers.append("\r\n").toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /v1/track HTTP/1.1\r\nHost: a\r\nX-Long: %s\r\n\r\n",
        "POST /v1/track HTTP/1.1\r\nHost: a\r\n%s: x\r\n\r\n",
        "POST /v1/track?writeKey=%s HTTP/1.1\r\nHost: a\r\n\r\n",
        "%s /v1/track HTTP/1.1\r\nHost: a\r\n\r\n"
      })
  void megabyteInTheHeadIsTurnedAway(String head) throws IOException {
    isTurnedAway(raw.say(head.formatted("x".repeat(1 << 20))));
  }

  @Test
  void gigabyteThatIsAnnouncedIsTurnedAway() throws IOException {
    RawHttp.Heard heard =
        raw.say(
            out -> {
              out.write(head("Content-Length: " + GIGABYTE));
              byte[] some = new byte[1 << 16];
              for (long sent = 0; sent < GIGABYTE; sent += some.length) {
                out.write(some);
              }
            });

    assertThat(heard.statuses()).containsExactly(413);
  }

  @Test
  void gigabyteThatIsNotAnnouncedIsTurnedAway() throws IOException {
    RawHttp.Heard heard =
        raw.say(
            out -> {
              out.write(head("Transfer-Encoding: chunked"));
              byte[] some = new byte[1 << 16];
              for (long sent = 0; sent < GIGABYTE; sent += some.length) {
                out.write("10000\r\n".getBytes(US_ASCII));
                out.write(some);
                out.write("\r\n".getBytes(US_ASCII));
              }
            });

    assertThat(heard.statuses()).containsExactly(413);
  }

  @Test
  void gigabytePackedIsTurnedAway() throws IOException {
    byte[] bomb = bomb();

    RawHttp.Heard heard =
        raw.say(
            out -> {
              out.write(head("Content-Encoding: gzip\r\nContent-Length: " + bomb.length));
              out.write(bomb);
            });

    assertThat(heard.statuses()).containsExactly(413);
  }

  @Test
  void slowSendersAreGivenUpAndHinderNobody() throws IOException {
    RawHttp patient = new RawHttp(front.url(Service.INGEST), LONGER_THAN_ANY_BODY_MAY_TAKE);
    ExecutorService senders = Executors.newFixedThreadPool(SLOW_SENDERS);
    List<CompletableFuture<RawHttp.Heard>> slow = new ArrayList<>();
    for (int number = 0; number < SLOW_SENDERS; number++) {
      slow.add(CompletableFuture.supplyAsync(() -> startsAndStops(patient), senders));
    }
    servesAsBefore();

    assertThat(slow.stream().map(CompletableFuture::join).map(RawHttp.Heard::statuses))
        .allSatisfy(statuses -> assertThat(statuses).containsAnyOf(408, 503));
    senders.shutdown();
  }

  private RawHttp.Heard startsAndStops(RawHttp patient) {
    try {
      return patient.say(
          out -> {
            out.write(head("Content-Length: 1000"));
            out.write('{');
          });
    } catch (IOException e) {
      throw new IllegalStateException("no connection", e);
    }
  }

  private byte[] head(String headers) {
    String head =
        "POST /v1/batch?writeKey=%s HTTP/1.1\r\nHost: a\r\nConnection: close\r\n%s\r\n\r\n";
    return head.formatted(front.writeKey(), headers).getBytes(US_ASCII);
  }

  /** Many members in a row, which gzip allows and which are packed faster than one large. */
  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream member = new ByteArrayOutputStream();
    byte[] some = new byte[1 << 24];
    try (OutputStream out = new GZIPOutputStream(member)) {
      out.write(some);
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    for (long size = 0; size < GIGABYTE; size += some.length) {
      member.writeTo(packed);
    }
    return packed.toByteArray();
  }

  private static void isTurnedAway(RawHttp.Heard heard) {
    assertThat(heard.statuses()).hasSizeLessThanOrEqualTo(1);
    isTheSendersFault(heard);
  }

  /** Hanging up without a word is an answer, too. */
  private static void isTheSendersFault(RawHttp.Heard heard) {
    assertThat(heard.statuses()).allMatch(status -> status >= 400 && status < 500);
    assertThat(heard.text()).doesNotContain("Exception", "io.vertx", "io.netty", "java.", "\tat ");
  }
}
