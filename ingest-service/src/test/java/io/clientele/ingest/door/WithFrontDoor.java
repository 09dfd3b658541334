package io.clientele.ingest.door;

import io.clientele.ingest.ByteBudget;
import io.clientele.ingest.protocol.TestDesk;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test that posts to an open front door over HTTP. */
abstract class WithFrontDoor {

  static final String PAGE = "{\"userId\":\"u\"}";
  static final long BUDGET_BYTES = 16L * 1024 * 1024;

  final TestDesk desk = new TestDesk();
  final ByteBudget budget = new ByteBudget(BUDGET_BYTES);
  final Vertx vertx = Vertx.vertx();
  final HttpClient client = HttpClient.newHttpClient();
  OpenDoor door;

  @BeforeEach
  void open() {
    open(Duration.ofSeconds(30));
  }

  void open(Duration patience) {
    door = new OpenDoor(vertx, desk, budget, patience);
  }

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  URI uri(String path) {
    return door.uri(path);
  }

  HttpRequest.Builder post(String path) {
    return HttpRequest.newBuilder(uri(path + "?writeKey=" + TestDesk.KEY));
  }

  HttpResponse<String> send(HttpRequest.Builder request, byte[] body) throws Exception {
    return client.send(
        request.POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofString());
  }
}
