package io.clientele.contract;

import java.time.Instant;

/**
 * The times at which a customer can have done something. Beyond them a time is a mistake, and far
 * enough beyond them arithmetic overflows in whoever reads it.
 */
public final class PlausibleTime {

  public static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  public static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private PlausibleTime() {}

  /** Whether it lies between the two, both included. */
  public static boolean includes(Instant time) {
    return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
  }
}
