package io.clientele.ingest.door;

import io.clientele.ingest.ByteBudget;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;

/**
 * Reads a body within bounds of size, memory and time, without a thread that waits. What it has
 * reserved of the budget stays reserved until {@link #release}. For one request and its event loop.
 */
final class BodyReader {

  /** What is reserved at a time: as bytes arrive, since an announcement costs a client nothing. */
  private static final int STEP_BYTES = 64 * 1024;

  private final Vertx vertx;
  private final ByteBudget budget;
  private final int limitBytes;
  private final Duration patience;
  private final Promise<Body> done = Promise.promise();
  private Buffer read = Buffer.buffer();
  private long reservedBytes;

  /** Zero if the client does not say. */
  private long declaredBytes;

  BodyReader(Vertx vertx, ByteBudget budget, int limitBytes, Duration patience) {
    this.vertx = vertx;
    this.budget = budget;
    this.limitBytes = limitBytes;
    this.patience = patience;
  }

  /** Reads; fails only if the client goes away. */
  Future<Body> read(HttpServerRequest request) {
    declaredBytes = declaredLength(request);
    if (declaredBytes > limitBytes) {
      return Future.succeededFuture(new Body.TooLarge());
    }
    long timer = vertx.setTimer(patience.toMillis(), late -> end(new Body.TooSlow()));
    request.exceptionHandler(done::tryFail);
    request.handler(this::add);
    request.endHandler(all -> end(new Body.Whole(read.getBytes())));
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      request.response().writeContinue();
    }
    return done.future()
        .onComplete(
            ended -> {
              vertx.cancelTimer(timer);
              read = Buffer.buffer();
            });
  }

  /** Sets more of the budget aside for the same request; false if it is not left. */
  boolean reserve(long bytes) {
    if (!budget.tryReserve(bytes)) {
      return false;
    }
    reservedBytes += bytes;
    return true;
  }

  /** Gives back what was reserved; once, when the request is answered. */
  void release() {
    budget.release(reservedBytes);
    reservedBytes = 0;
  }

  private void add(Buffer more) {
    if (done.future().isComplete()) {
      return;
    }
    long length = (long) read.length() + more.length();
    if (length > limitBytes) {
      end(new Body.TooLarge());
    } else if (length > reservedBytes && !reserve(Math.max(step(), length - reservedBytes))) {
      end(new Body.NoRoom());
    } else {
      read.appendBuffer(more);
    }
  }

  /** Never more than is still to come, where the client says how much. */
  private long step() {
    return declaredBytes == 0 ? STEP_BYTES : Math.min(STEP_BYTES, declaredBytes - reservedBytes);
  }

  private void end(Body body) {
    done.tryComplete(body);
  }

  private static long declaredLength(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    // The server has refused what is no number.
    return length == null ? 0 : Long.parseLong(length);
  }
}
