package io.clientele.runtime.http;

import io.clientele.contract.RecordFormat;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers a body above the server's own limit with a problem, ahead of the server, which would
 * close the connection without a word.
 */
@ApplicationScoped
public class OversizeBodies {

  /** Before the server's own check of the limit, which stands at 2. */
  private static final int PRIORITY = 100;

  private static final RecordFormat<Problem> FORMAT = RecordFormat.of(Problem.class);

  private final long limitBytes;

  OversizeBodies(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
    this.limitBytes = limit.asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, PRIORITY);
  }

  private void check(RoutingContext request) {
    String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length == null || Long.parseLong(length) <= limitBytes) {
      request.next();
      return;
    }
    Problem problem =
        Problem.of(413, "body-too-large", "Body too large", "No path takes a body of this size.");
    request
        .response()
        .setStatusCode(413)
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONNECTION, "close")
        .end(Buffer.buffer(FORMAT.write(problem)));
  }
}
