package io.clientele.ingest.protocol;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request that a test makes up.
 *
 * @param headers by their names in lower case
 */
public record SentRequest(
    String method,
    String path,
    Map<String, String> headers,
    Map<String, String> parameters,
    String query,
    String address,
    Instant receivedAt)
    implements Request {

  /** A POST without headers or parameters. */
  public static SentRequest post(String path, Instant receivedAt) {
    return new SentRequest("POST", path, Map.of(), Map.of(), null, "198.51.100.7", receivedAt);
  }

  /** A GET without headers or parameters. */
  public static SentRequest get(String path, Instant receivedAt) {
    return new SentRequest("GET", path, Map.of(), Map.of(), null, "198.51.100.7", receivedAt);
  }

  /** The same with a header. */
  public SentRequest withHeader(String name, String value) {
    Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.put(name, value);
    return new SentRequest(method, path, more, parameters, query, address, receivedAt);
  }

  /** The same with a parameter in the query. */
  public SentRequest withParameter(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(name, value);
    return new SentRequest(method, path, headers, more, query, address, receivedAt);
  }

  /** The same with a query as it was sent. */
  public SentRequest withQuery(String raw) {
    return new SentRequest(method, path, headers, parameters, raw, address, receivedAt);
  }

  @Override
  public String header(String name) {
    return headers.get(name);
  }
}
