package io.clientele.ingest.rest;

import io.clientele.ingest.quarantine.RejectionsUnavailableException;
import io.clientele.runtime.http.Problem;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What an operator hears while nobody can say what is in quarantine; the store's log says why. */
public class RejectedProblems {

  @ServerExceptionMapper
  Response unavailable(RejectionsUnavailableException e) {
    return Problem.unavailable(e.getMessage()).response();
  }
}
