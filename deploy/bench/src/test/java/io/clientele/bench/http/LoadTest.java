package io.clientele.bench.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The load against a server that takes three events a request and refuses every other one: three
 * connections send three requests at least, however slow the machine is.
 */
final class LoadTest {

  private static final byte[] REQUEST =
      "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\n\r\n{}"
          .getBytes(StandardCharsets.US_ASCII);

  private final AtomicLong served = new AtomicLong();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] answer = "{\"rejected\":[],\"accepted\":3}".getBytes(StandardCharsets.US_ASCII);
            int status = served.incrementAndGet() % 2 == 1 ? 503 : 200;
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
          } catch (IOException e) {
            throw new UncheckedIOException("the load went away", e);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void onlyWhatWasTakenCountsAndEveryRequestIsAccountedFor() throws IOException {
    HttpRound round =
        new Load(server.getAddress().getPort(), 3)
            .run(connection -> REQUEST, Duration.ofMillis(300));

    assertThat(round.requests()).isPositive();
    assertThat(round.accepted()).isEqualTo(3 * round.requests());
    assertThat(round.errors()).containsOnlyKeys("status 503");
    assertThat(round.requests() + round.errors().get("status 503")).isEqualTo(served.get());
  }
}
