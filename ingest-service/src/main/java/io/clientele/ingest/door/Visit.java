package io.clientele.ingest.door;

import io.clientele.ingest.protocol.Reply;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;

/** One request and its answer. On the request's event loop only. */
final class Visit {

  /** How much of a body that nobody wants is let pass, so that its sender hears the answer. */
  private static final long MOST_DRAINED_BYTES = 64L * 1024 * 1024;

  private static final long MOST_DRAINED_MILLIS = Duration.ofSeconds(5).toMillis();

  private final Vertx vertx;
  private final HttpServerRequest request;
  private long drainedBytes;

  Visit(Vertx vertx, HttpServerRequest request) {
    this.vertx = vertx;
    this.request = request;
  }

  /** Answers; a client that has gone hears nothing. */
  void answer(Reply reply) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    Cors.allow(response);
    response.setStatusCode(reply.status());
    response.putHeader(HttpHeaders.CONTENT_TYPE, reply.mediaType());
    if (!reply.isStorable()) {
      response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    reply
        .retryAfter()
        .ifPresent(
            wait ->
                response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(Answers.seconds(wait))));
    response.end(Buffer.buffer(reply.body()));
  }

  /**
   * Answers before the body has been read, and ends the connection. What is still on its way is let
   * pass for a while: closing at once would reset the connection, and the sender would never see
   * why.
   */
  void turnAway(Reply reply) {
    if (request.isEnded()) {
      answer(reply);
      return;
    }
    if (request.version() == HttpVersion.HTTP_2) {
      // Only this stream ends; the connection carries others.
      answer(reply);
      request.response().reset(0);
      return;
    }
    request.response().putHeader(HttpHeaders.CONNECTION, "close");
    answer(reply);
    long timer = vertx.setTimer(MOST_DRAINED_MILLIS, late -> request.connection().close());
    request.exceptionHandler(gone -> vertx.cancelTimer(timer));
    request.handler(this::drain);
    request.endHandler(
        all -> {
          vertx.cancelTimer(timer);
          request.connection().close();
        });
    request.resume();
  }

  private void drain(Buffer unwanted) {
    drainedBytes += unwanted.length();
    if (drainedBytes > MOST_DRAINED_BYTES) {
      request.connection().close();
    }
  }
}
