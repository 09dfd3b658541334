package io.clientele.ingest.protocol;

import java.time.Instant;
import java.util.Map;

/** What is known of a request besides its body. */
public interface Request {

  /** In capital letters. */
  String method();

  /** Without query, and without a slash at its end. */
  String path();

  /** The first header of this name, in any case; null if there is none. */
  String header(String name);

  /** The first parameter of the query with this name, decoded; null if there is none. */
  default String parameter(String name) {
    return parameters().get(name);
  }

  /** All parameters of the query, decoded, the first of each name, in their order. */
  Map<String, String> parameters();

  /** The query as it was sent; null if there is none, or it is not known any more. */
  default String query() {
    return null;
  }

  /** The literal address that it came from, or null. */
  String address();

  /** By the platform's clock. */
  Instant receivedAt();

  /** {@code METHOD path}, by which a rejection tells where it came in. */
  default String place() {
    return method() + " " + path();
  }
}
