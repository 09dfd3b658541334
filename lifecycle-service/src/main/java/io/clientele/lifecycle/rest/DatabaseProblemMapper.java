package io.clientele.lifecycle.rest;

import io.clientele.runtime.http.Problem;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A database that does not answer makes alerts unavailable, and nothing else. */
public class DatabaseProblemMapper {

  private static final Logger LOG = Logger.getLogger(DatabaseProblemMapper.class);

  @ServerExceptionMapper
  Response unavailable(PersistenceException e) {
    LOG.warnf("alerts cannot be read: cause=%s", e.toString());
    return Problem.unavailable("The database of alerts does not answer; try again.").response();
  }
}
