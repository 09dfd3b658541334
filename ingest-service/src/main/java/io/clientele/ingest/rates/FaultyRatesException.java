package io.clientele.ingest.rates;

import java.io.IOException;

/** A file of rates that cannot be trusted, and where. */
final class FaultyRatesException extends IOException {

  private static final long serialVersionUID = 1;

  /** A fault in this line, counted from one. */
  FaultyRatesException(int line, String fault) {
    super("line " + line + ": " + fault);
  }
}
