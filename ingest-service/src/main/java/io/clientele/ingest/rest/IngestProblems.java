package io.clientele.ingest.rest;

import io.clientele.ingest.LogUnavailableException;
import io.clientele.runtime.http.Problem;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What is heard when the log does not take a catalogue or a replay; who writes to it says why. */
public class IngestProblems {

  private static final Logger LOG = Logger.getLogger(IngestProblems.class);

  @ServerExceptionMapper
  Response unavailable(LogUnavailableException e) {
    return Problem.unavailable(
            "Kafka does not answer in time. A first part may be stored; sending all again is"
                + " harmless.")
        .response();
  }

  /** A stage wraps what it fails with. */
  @ServerExceptionMapper
  Response failed(CompletionException e) {
    if (e.getCause() instanceof LogUnavailableException unavailable) {
      return unavailable(unavailable);
    }
    LOG.error("request failed", e);
    return Problem.of(500, "internal", "Internal error", "The service failed; its log says why.")
        .response();
  }
}
