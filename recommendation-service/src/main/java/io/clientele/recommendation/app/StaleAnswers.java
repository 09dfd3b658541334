package io.clientele.recommendation.app;

import io.clientele.recommendation.log.LogReader;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says in a header of every answer that the index is still being rebuilt, as long as it is. */
public class StaleAnswers {

  private static final String HEADER = "Clientele-Stale";

  private final LogReader reader;

  StaleAnswers(LogReader reader) {
    this.reader = reader;
  }

  @ServerResponseFilter
  void mark(ContainerRequestContext request, ContainerResponseContext response) {
    if (!reader.progress().caughtUp()) {
      response.getHeaders().putSingle(HEADER, "true");
    }
  }
}
