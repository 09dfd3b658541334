package io.clientele.ingest.door;

import io.clientele.ingest.ByteBudget;
import io.clientele.ingest.protocol.TestDesk;
import io.clientele.ingest.segment.SegmentProtocol;
import io.clientele.testing.HandClock;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** A front door that listens, and has Segment spoken to it. */
final class OpenDoor implements AutoCloseable {

  private final HttpServer server;

  OpenDoor(Vertx vertx, TestDesk desk, ByteBudget budget, Duration patience) {
    Router router = Router.router(vertx);
    new FrontDoor(
            vertx,
            desk.desk(),
            budget,
            patience,
            new HandClock(Instant.parse("2026-03-01T12:00:00Z")))
        .open(router, new SegmentProtocol());
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  int port() {
    return server.actualPort();
  }

  /** A path of it, with query. */
  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }
}
