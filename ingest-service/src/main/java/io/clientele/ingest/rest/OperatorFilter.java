package io.clientele.ingest.rest;

import io.clientele.runtime.http.Problem;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Lets nobody but the operator through to what is {@link OperatorOnly}. */
@Provider
@OperatorOnly
public class OperatorFilter implements ContainerRequestFilter {

  /** Filters are made while the service is built, when there is no configuration yet. */
  private final Instance<OperatorToken> token;

  OperatorFilter(Instance<OperatorToken> token) {
    this.token = token;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    token
        .get()
        .refusal(request.getHeaderString(HttpHeaders.AUTHORIZATION))
        .ifPresent(refusal -> request.abortWith(answer(refusal)));
  }

  private static Response answer(Problem refusal) {
    Response.ResponseBuilder answer = Response.fromResponse(refusal.response());
    return refusal.status() == 401
        ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build()
        : answer.build();
  }
}
