package io.clientele.bench.http;

/** Makes the requests of a load. */
public interface Requests {

  /**
   * A connection's next request, whole, from its first line to the end of its body. The connection
   * is done with it when it asks for another one; so its bytes may be used again.
   *
   * @param connection counts from 0
   */
  byte[] next(int connection);
}
