package io.clientele.ingest.call;

import io.clientele.ingest.Fault;
import io.clientele.ingest.Reason;

/**
 * Carries a fault from the field in which it is found to whoever makes a verdict of it; never
 * leaves {@link Judge} or a protocol, and has no stack trace.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  /** A fault of this kind, at this place. */
  public Refusal(Reason reason, String pointer, String detail) {
    super(reason.code(), null, false, false);
    this.fault = new Fault(reason, pointer, detail);
  }

  /** What is wrong. */
  public Fault fault() {
    return fault;
  }
}
