package io.clientele.ingest.quarantine;

import io.clientele.ingest.protocol.Request;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is left of a request whose payload is read again: where and when it came. What a protocol
 * needs beyond that it has put around the payload.
 */
record RereadRequest(String method, String path, Instant receivedAt) implements Request {

  /** The request of a place such as {@code POST /v1/track}; empty if it is no such place. */
  static Optional<RereadRequest> at(String place, Instant receivedAt) {
    int space = place == null ? -1 : place.indexOf(' ');
    return space < 0
        ? Optional.empty()
        : Optional.of(
            new RereadRequest(place.substring(0, space), place.substring(space + 1), receivedAt));
  }

  @Override
  public String header(String name) {
    return null;
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of();
  }

  @Override
  public String address() {
    return null;
  }
}
