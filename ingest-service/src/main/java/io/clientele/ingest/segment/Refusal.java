package io.clientele.ingest.segment;

import io.clientele.ingest.Fault;
import io.clientele.ingest.Reason;

/**
 * Carries a fault from the field in which it is found to {@link CallTranslator}, which makes a
 * verdict of it; never leaves this package and has no stack trace.
 */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  Refusal(Reason reason, String pointer, String detail) {
    super(reason.code(), null, false, false);
    this.fault = new Fault(reason, pointer, detail);
  }

  Fault fault() {
    return fault;
  }
}
