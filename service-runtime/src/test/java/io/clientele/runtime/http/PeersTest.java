package io.clientele.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeersTest {

  private static final String PATH = "/v1/customers/ada";

  private final List<String> told = new ArrayList<>();
  private final Map<String, String> answerHeaders = new HashMap<>();
  private final CountDownLatch thaw = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Peers peers = peers(Map.of());
  private HttpServer other;
  private int status = 200;
  private boolean frozen;

  @BeforeEach
  void start() throws IOException {
    other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.setExecutor(threads);
    other.createContext("/", this::serve);
    other.start();
  }

  @AfterEach
  void stop() {
    thaw.countDown();
    other.stop(0);
    threads.shutdown();
  }

  @Test
  void timeToTryAgainIsPassedOn() {
    status = 503;
    answerHeaders.put("Retry-After", "7");

    PeerAnswer answer = peers.ask(peer(), get(1, false));

    assertThat(answer)
        .isInstanceOfSatisfying(
            PeerAnswer.Failed.class,
            failed -> {
              assertThat(failed.problem().getStatus()).isEqualTo(503);
              assertThat(failed.problem().getHeaderString("Retry-After")).isEqualTo("7");
            });
  }

  @Test
  void peerIsToldHowOftenTheRequestWasPassedOn() {
    peers.ask(peer(), get(3, false));

    assertThat(told).containsExactly("GET /v1/customers/ada hops=3 stale=null body=");
  }

  @Test
  void peerIsToldThatACopyWillDo() {
    peers.ask(peer(), new PeerRequest(PATH, null, 1, true, true));

    assertThat(told).containsExactly("GET /v1/customers/ada hops=1 stale=true body=");
  }

  @Test
  void bodyIsPostedOnce() {
    status = 202;

    PeerAnswer answer = peers.ask(peer(), new PeerRequest(PATH, "{\"a\":\"ä\"}", 1, false, false));

    assertThat(answer).isInstanceOf(PeerAnswer.Told.class);
    assertThat(told).containsExactly("POST /v1/customers/ada hops=1 stale=null body={\"a\":\"ä\"}");
  }

  @Test
  void staleAnswerStaysMarked() {
    answerHeaders.put(CustomerReads.STALE, "true");

    assertThat(peers.ask(peer(), get(1, false)))
        .isInstanceOfSatisfying(
            PeerAnswer.Told.class, answer -> assertThat(answer.stale()).isTrue());
    status = 404;
    assertThat(peers.ask(peer(), get(1, false))).isEqualTo(new PeerAnswer.Unknown(true));
  }

  @Test
  void whatOneInstanceDoesForAllIsAskedOfItOnce() {
    status = 409;

    Response answer = post(Peers.HOPS, "1");

    assertThat(answer.getStatus()).isEqualTo(409);
    assertThat(told).containsExactly("POST /v1/customers/ada hops=2 stale=null body=");
  }

  @Test
  void deadPeerDoesNothingForAll() {
    other.stop(0);

    assertThat(post("other", "1").getStatus()).isEqualTo(503);
  }

  private Response post(String header, String value) {
    String address = "127.0.0.1:" + other.getAddress().getPort();
    return peers(Map.of(header, value))
        .post(address, PATH, Duration.ofSeconds(10))
        .toCompletableFuture()
        .join();
  }

  @Test
  void deadPeerFailsWithAProblem() {
    other.stop(0);

    assertThat(peers.ask(peer(), get(1, true)))
        .isInstanceOfSatisfying(
            PeerAnswer.Failed.class,
            failed -> assertThat(failed.problem().getStatus()).isEqualTo(503));
  }

  @Test
  void frozenPeerIsNotAskedByEveryRequest() {
    frozen = true;
    peers.ask(peer(), get(1, true));

    PeerAnswer second = peers.ask(peer(), get(1, true));

    assertThat(second).isInstanceOf(PeerAnswer.Failed.class);
    assertThat(told).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({",0", "2,2", "-1,0", "many,0", "99999999999,0"})
  void requestSaysHowOftenItWasPassedOn(String header, int hops) {
    Map<String, String> headers = header == null ? Map.of() : Map.of(Peers.HOPS, header);

    assertThat(peers(headers).hops()).isEqualTo(hops);
  }

  @ParameterizedTest
  @CsvSource({",false", "true,true", "1,false"})
  void requestSaysWhetherACopyWillDo(String header, boolean copyWillDo) {
    Map<String, String> headers = header == null ? Map.of() : Map.of(CustomerReads.STALE, header);

    assertThat(peers(headers).copyWillDo()).isEqualTo(copyWillDo);
  }

  private void serve(HttpExchange exchange) throws IOException {
    told.add(
        "%s %s hops=%s stale=%s body=%s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders().getFirst(Peers.HOPS),
                exchange.getRequestHeaders().getFirst(CustomerReads.STALE),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    if (frozen) {
      awaitThaw();
    }
    answerHeaders.forEach(exchange.getResponseHeaders()::add);
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private void awaitThaw() {
    try {
      thaw.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Peers.Peer peer() {
    return new Peers.Peer("127.0.0.1", other.getAddress().getPort());
  }

  private static PeerRequest get(int hops, boolean soon) {
    return new PeerRequest(PATH, null, hops, false, soon);
  }

  private static Peers peers(Map<String, String> headers) {
    return new Peers(
        () -> {
          throw new UnsupportedOperationException("no streams here");
        },
        "127.0.0.1:1",
        headers::get);
  }
}
