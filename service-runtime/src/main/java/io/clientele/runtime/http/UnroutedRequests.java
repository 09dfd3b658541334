package io.clientele.runtime.http;

import io.clientele.contract.RecordFormat;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Answers a request whose path nothing can read, such as {@code /%zz}, with a problem as well. */
@Singleton
public final class UnroutedRequests {

  private static final Buffer BODY =
      Buffer.buffer(
          RecordFormat.of(Problem.class)
              .write(
                  Problem.badRequest(
                      "malformed-path",
                      "Malformed path",
                      "The path is not a path of a URL; see where it has a %.")));

  void answer(@Observes Router router) {
    router.errorHandler(400, UnroutedRequests::answer);
  }

  private static void answer(RoutingContext request) {
    if (!request.response().ended()) {
      request.response().setStatusCode(400).putHeader("Content-Type", Problem.MEDIA_TYPE).end(BODY);
    }
  }
}
