package io.clientele.ingest.door;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets browsers on any shop's pages post: a write key only writes, and no cookie is ever read, so
 * there is nothing that a strange page could take.
 */
final class Cors {

  /** How long browsers may remember, as RudderStack's gateway has it. */
  private static final String MAX_AGE_SECONDS = "900";

  private static final List<String> HEADERS =
      List.of("Authorization", "Content-Type", "Content-Encoding");

  private Cors() {}

  /** Marks an answer as one that any page may read. */
  static void allow(HttpServerResponse response) {
    response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    response.putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "Retry-After");
  }

  /**
   * Answers a browser that asks whether it may send.
   *
   * @param own headers of the protocol
   */
  static void preflight(HttpServerRequest request, String method, List<String> own) {
    HttpServerResponse response = request.response();
    allow(response);
    MultiMap headers = response.headers();
    headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, method + ", OPTIONS");
    headers.set(
        HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS,
        Stream.concat(HEADERS.stream(), own.stream()).collect(Collectors.joining(", ")));
    headers.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE_SECONDS);
    response.setStatusCode(204).end();
  }
}
