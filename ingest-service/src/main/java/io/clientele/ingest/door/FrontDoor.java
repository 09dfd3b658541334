package io.clientele.ingest.door;

import io.clientele.ingest.ByteBudget;
import io.clientele.ingest.Fault;
import io.clientele.ingest.LogUnavailableException;
import io.clientele.ingest.Reason;
import io.clientele.ingest.protocol.Damaged;
import io.clientele.ingest.protocol.Desk;
import io.clientele.ingest.protocol.Endpoint;
import io.clientele.ingest.protocol.Outcome;
import io.clientele.ingest.protocol.Protocol;
import io.clientele.ingest.protocol.Reply;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * Where events come in over HTTP, for every protocol: keys are checked before bodies are read,
 * bodies are bounded in size, memory and time, and no thread waits for a slow client.
 *
 * <p>Plain routes and not JAX-RS resources, which would hand over a body either whole, whatever its
 * size, or as a stream on which a thread has to wait.
 */
public final class FrontDoor {

  /** Of a body, packed or not. */
  static final int LARGEST_BODY_BYTES = 4 * 1024 * 1024;

  private static final Fault MALFORMED_GZIP =
      new Fault(Reason.MALFORMED_ENCODING, "", "The body is not the gzip that it says it is.");

  private static final Logger LOG = Logger.getLogger(FrontDoor.class);

  private final Vertx vertx;
  private final Desk desk;
  private final ByteBudget budget;

  /** For bodies that have to be read before anybody knows whether they bring a valid key. */
  private final ByteBudget unproven;

  private final Duration patience;
  private final Clock clock;

  /**
   * A door.
   *
   * @param budget of all bodies between their first byte and their answer
   * @param patience how long a body may take
   */
  public FrontDoor(Vertx vertx, Desk desk, ByteBudget budget, Duration patience, Clock clock) {
    this.vertx = vertx;
    this.desk = desk;
    this.budget = budget;
    this.unproven = budget.share(2L * LARGEST_BODY_BYTES);
    this.patience = patience;
    this.clock = clock;
  }

  /** Opens the endpoints of a protocol. */
  public void open(Router router, Protocol protocol) {
    for (Endpoint endpoint : protocol.endpoints()) {
      HttpMethod method = HttpMethod.valueOf(endpoint.method());
      router.route(method, endpoint.path()).handler(visit -> enter(protocol, endpoint, visit));
      router
          .route(HttpMethod.OPTIONS, endpoint.path())
          .handler(visit -> Cors.preflight(visit.request(), endpoint.method(), protocol.headers()));
      router.route(endpoint.path()).handler(visit -> refuse(endpoint.method(), visit));
    }
  }

  private Visit visit(RoutingContext context) {
    return new Visit(vertx, context.request());
  }

  private void refuse(String allowed, RoutingContext context) {
    context.response().putHeader(HttpHeaders.ALLOW, allowed + ", OPTIONS");
    visit(context).turnAway(Answers.wrongMethod(allowed));
  }

  private void enter(Protocol protocol, Endpoint endpoint, RoutingContext context) {
    Visit visit = visit(context);
    VisitRequest request = new VisitRequest(context.request(), endpoint.path(), clock.instant());
    if (!Packing.isKnown(request.header("Content-Encoding"))) {
      context.response().putHeader(HttpHeaders.ACCEPT_ENCODING, Packing.ACCEPTED);
      visit.turnAway(Answers.unknownPacking());
      return;
    }
    String key = protocol.presentedKey(request);
    Optional<Outcome> refusal = desk.refusal(key, request.receivedAt());
    if (refusal.isPresent()) {
      visit.turnAway(reply(protocol, refusal.get()));
      return;
    }
    BodyReader reader =
        new BodyReader(vertx, key == null ? unproven : budget, LARGEST_BODY_BYTES, patience);
    reader
        .read(context.request())
        .onSuccess(
            body -> {
              if (body instanceof Body.Whole whole) {
                serve(new Errand(protocol, endpoint, request, reader), whole.bytes())
                    .otherwise(FrontDoor::failure)
                    .onComplete(
                        reply -> {
                          reader.release();
                          visit.answer(reply.result());
                        });
              } else {
                reader.release();
                visit.turnAway(unread(body));
              }
            })
        // The client is gone and hears nothing; nothing of it was taken.
        .onFailure(gone -> reader.release());
  }

  /** What is to be done once the body is there. */
  private record Errand(
      Protocol protocol, Endpoint endpoint, VisitRequest request, BodyReader reader) {

    boolean isPacked() {
      return Packing.isGzip(request.header("Content-Encoding"));
    }
  }

  private Future<Reply> serve(Errand errand, byte[] body) {
    if (errand.isPacked() && !errand.reader().reserve(LARGEST_BODY_BYTES)) {
      return Future.succeededFuture(unread(new Body.NoRoom()));
    }
    return vertx
        .executeBlocking(() -> served(errand, body), false)
        .compose(reply -> Future.fromCompletionStage(reply, vertx.getOrCreateContext()));
  }

  private CompletionStage<Reply> served(Errand errand, byte[] body) {
    byte[] unpacked = body;
    if (errand.isPacked()) {
      Optional<byte[]> whole;
      try {
        whole = Gzip.unpack(body, LARGEST_BODY_BYTES);
      } catch (IOException notGzip) {
        Damaged damaged =
            new Damaged(body, Gzip.beginning(body, LARGEST_BODY_BYTES), MALFORMED_GZIP);
        return desk.refuse(errand.protocol(), errand.endpoint(), errand.request(), damaged)
            .thenApply(outcome -> reply(errand.protocol(), outcome));
      }
      if (whole.isEmpty()) {
        return CompletableFuture.completedStage(unread(new Body.TooLarge()));
      }
      unpacked = whole.get();
    }
    return desk.serve(errand.protocol(), errand.endpoint(), errand.request(), unpacked)
        .thenApply(outcome -> reply(errand.protocol(), outcome));
  }

  private static Reply reply(Protocol protocol, Outcome outcome) {
    return protocol.reply(outcome).orElseGet(() -> Answers.to(outcome));
  }

  private static Reply unread(Body body) {
    if (body instanceof Body.TooLarge) {
      return Answers.tooLarge();
    }
    return body instanceof Body.TooSlow ? Answers.tooSlow() : Answers.noRoom();
  }

  private static Reply failure(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof LogUnavailableException) {
      // The log itself has said so, once for all requests.
      return Answers.notStored();
    }
    LOG.error("request failed", cause);
    return Answers.failed();
  }
}
