package io.clientele.bench.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.clientele.bench.events.Crowd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The loop against a server that answers nobody before ten requests are there. */
final class OpenLoopTest {

  private static final int BEFORE_THE_FIRST_ANSWER = 10;

  private final AtomicLong served = new AtomicLong();
  private final Set<String> paths = ConcurrentHashMap.newKeySet();
  private final CountDownLatch open = new CountDownLatch(BEFORE_THE_FIRST_ANSWER);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    server.setExecutor(task -> new Thread(task, "serve").start());
    server.createContext(
        "/v1/customers/",
        exchange -> {
          try (exchange) {
            paths.add(exchange.getRequestURI().getPath());
            open.countDown();
            open.await();
            byte[] answer = "{}".getBytes(StandardCharsets.US_ASCII);
            int status = served.incrementAndGet() % 5 == 0 ? 404 : 200;
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
          } catch (IOException e) {
            throw new UncheckedIOException("the load went away", e);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void requestsGoOnWhileNobodyAnswersAndAllAreAccountedFor() throws IOException {
    Crowd crowd = new Crowd("someone", 100);

    HttpRound round =
        new OpenLoop(server.getAddress().getPort(), BEFORE_THE_FIRST_ANSWER)
            .run(new CustomerReads(crowd, 3), 200, Duration.ofMillis(500));

    assertThat(served).hasValue(100);
    assertThat(round.requests()).isEqualTo(80);
    assertThat(round.errors()).containsOnlyKeys("status 404").containsValue(20L);
    // The first was due nine intervals of 5 ms before the tenth, whose arrival lets all go on.
    assertThat(round.p999Millis()).isGreaterThanOrEqualTo(9 * 5);
    assertThat(paths).hasSizeGreaterThan(30).anyMatch(path -> path.contains("anonymous:"));
  }
}
