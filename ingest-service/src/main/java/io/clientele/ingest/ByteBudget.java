package io.clientele.ingest;

import java.util.concurrent.atomic.AtomicLong;

/** A bound on what is held in memory between a request's first byte and its acknowledgement. */
public final class ByteBudget {

  private final long limitBytes;
  private final AtomicLong reservedBytes = new AtomicLong();

  /** The budget that this one is a share of, or null. */
  private final ByteBudget whole;

  /** A budget of so many bytes. */
  public ByteBudget(long limitBytes) {
    this(limitBytes, null);
  }

  private ByteBudget(long limitBytes, ByteBudget whole) {
    if (limitBytes <= 0) {
      throw new IllegalArgumentException("a budget is positive, not " + limitBytes);
    }
    this.limitBytes = limitBytes;
    this.whole = whole;
  }

  /** A part of this budget for some of its users, who can never take more than so many bytes. */
  public ByteBudget share(long bytes) {
    return new ByteBudget(bytes, this);
  }

  /** Takes so much of the budget, to be given back by {@link #release}; false if it is not left. */
  public boolean tryReserve(long bytes) {
    if (reservedBytes.addAndGet(bytes) <= limitBytes
        && (whole == null || whole.tryReserve(bytes))) {
      return true;
    }
    reservedBytes.addAndGet(-bytes);
    return false;
  }

  /** Gives back what was reserved. */
  public void release(long bytes) {
    reservedBytes.addAndGet(-bytes);
    if (whole != null) {
      whole.release(bytes);
    }
  }

  /** What is reserved now. */
  public long reservedBytes() {
    return reservedBytes.get();
  }
}
