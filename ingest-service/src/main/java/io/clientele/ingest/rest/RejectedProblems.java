package io.clientele.ingest.rest;

import io.clientele.ingest.Outage;
import io.clientele.ingest.quarantine.RejectionsUnavailableException;
import io.clientele.runtime.http.Problem;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What an operator hears while nobody can say what is in quarantine. */
public class RejectedProblems {

  private static final Logger LOG = Logger.getLogger(RejectedProblems.class);
  private static final Outage OUTAGE = new Outage(System::nanoTime);

  @ServerExceptionMapper
  Response unavailable(RejectionsUnavailableException e) {
    if (OUTAGE.begins()) {
      LOG.warnf(
          "rejections cannot be read: cause=%s",
          e.getCause() == null ? e.getMessage() : e.getCause());
    }
    return Problem.unavailable(e.getMessage()).response();
  }
}
