package io.clientele.ingest.door;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * Lets browsers on any shop's pages post: a write key only writes, and no cookie is ever read, so
 * there is nothing that a strange page could take.
 */
final class Cors {

  /** How long browsers may remember, as RudderStack's gateway has it. */
  private static final String MAX_AGE_SECONDS = "900";

  private Cors() {}

  /** Marks an answer as one that any page may read. */
  static void allow(HttpServerResponse response) {
    response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    response.putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "Retry-After");
  }

  /** Answers a browser that asks whether it may post. */
  static void preflight(HttpServerRequest request, String method) {
    HttpServerResponse response = request.response();
    allow(response);
    MultiMap headers = response.headers();
    headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, method + ", OPTIONS");
    headers.set(
        HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS,
        "Authorization, Content-Type, Content-Encoding, AnonymousId, ce-id, ce-source,"
            + " ce-specversion, ce-type, ce-time, ce-subject, ce-userid, ce-anonymousid, ce-sessionid");
    headers.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE_SECONDS);
    response.setStatusCode(204).end();
  }
}
