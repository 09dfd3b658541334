package io.clientele.ingest;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Tells the beginning and the end of a time in which something fails, so that a log says each once
 * and not with every request.
 */
public final class Outage {

  /** Without a failure for so long it is over; a part of what is asked may succeed meanwhile. */
  private static final long QUIET_NANOS = Duration.ofSeconds(30).toNanos();

  private final LongSupplier nanoTime;
  private volatile boolean going;
  private long lastFailure;

  /** Nothing has failed yet. */
  public Outage(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Notes a failure; whether it is the first of an outage. */
  public synchronized boolean begins() {
    long now = nanoTime.getAsLong();
    boolean first = !going || now - lastFailure > QUIET_NANOS;
    going = true;
    lastFailure = now;
    return first;
  }

  /** Notes a success; whether an outage is over with it. */
  public boolean ends() {
    return going && isQuiet();
  }

  private synchronized boolean isQuiet() {
    boolean over = going && nanoTime.getAsLong() - lastFailure > QUIET_NANOS;
    going = going && !over;
    return over;
  }
}
