package io.clientele.ingest.rest;

import io.clientele.ingest.LogUnavailableException;
import io.clientele.ingest.Outage;
import io.clientele.runtime.http.Problem;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What a client hears when the log does not take its events. */
public class IngestProblems {

  private static final Logger LOG = Logger.getLogger(IngestProblems.class);
  private static final Outage OUTAGE = new Outage(System::nanoTime);

  @ServerExceptionMapper
  Response unavailable(LogUnavailableException e) {
    if (OUTAGE.begins()) {
      LOG.warnf("answering 503: cause=%s", e.getMessage());
    }
    return Problem.unavailable(
            "The events could not be stored in time; send the same ones, with the same"
                + " messageIds, again.")
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
