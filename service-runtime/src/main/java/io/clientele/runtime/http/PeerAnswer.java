package io.clientele.runtime.http;

import jakarta.ws.rs.core.Response;

/** What came of asking another instance. */
sealed interface PeerAnswer {

  /**
   * Its answer, to be passed on.
   *
   * @param stale whether it came from a copy that may be stale
   */
  record Told(Response response, boolean stale) implements PeerAnswer {}

  /**
   * It knows no such customer.
   *
   * @param stale whether only a copy does not
   */
  record Unknown(boolean stale) implements PeerAnswer {}

  /** It cannot answer, or did not in time. */
  record Failed(Response problem) implements PeerAnswer {}
}
