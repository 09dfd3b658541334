package io.clientele.runtime.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UnroutedRequestsTest {

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%zz", "/v1/customers/%", "/v1/%ff%zz"})
  void brokenPathIsExplained(String path) throws IOException {
    assertThat(get(path))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json", "malformed-path");
  }

  @Test
  void wholePathIsServed() throws IOException {
    assertThat(get("/v1/customers/%C3%A9")).startsWith("HTTP/1.1 204");
  }

  private String get(String path) throws IOException {
    Router router = Router.router(vertx);
    router.get("/v1/customers/:id").handler(request -> request.response().setStatusCode(204).end());
    new UnroutedRequests().answer(router);
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
      String request = "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }
}
