package io.clientele.bench.http;

import io.clientele.bench.events.Crowd;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Asks for the profiles of a crowd, each customer as often as any other, by any of their ids. */
public final class CustomerReads implements Requests {

  private final Crowd crowd;
  private final SplittableRandom random;

  public CustomerReads(Crowd crowd, long seed) {
    this.crowd = crowd;
    this.random = new SplittableRandom(seed);
  }

  @Override
  public byte[] next(int connection) {
    return "GET /v1/customers/%s HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n\r\n"
        .formatted(crowd.anyId(random))
        .getBytes(StandardCharsets.US_ASCII);
  }
}
