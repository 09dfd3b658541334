package io.clientele.ingest;

import java.util.concurrent.atomic.AtomicLong;

/** A bound on what is held in memory between a request's first byte and its acknowledgement. */
public final class ByteBudget {

  private final long limitBytes;
  private final AtomicLong reservedBytes = new AtomicLong();

  /** A budget of so many bytes. */
  public ByteBudget(long limitBytes) {
    if (limitBytes <= 0) {
      throw new IllegalArgumentException("a budget is positive, not " + limitBytes);
    }
    this.limitBytes = limitBytes;
  }

  /** Takes so much of the budget, to be given back by {@link #release}; false if it is not left. */
  public boolean tryReserve(long bytes) {
    if (reservedBytes.addAndGet(bytes) <= limitBytes) {
      return true;
    }
    reservedBytes.addAndGet(-bytes);
    return false;
  }

  /** Gives back what was reserved. */
  public void release(long bytes) {
    reservedBytes.addAndGet(-bytes);
  }

  /** What is reserved now. */
  public long reservedBytes() {
    return reservedBytes.get();
  }
}
