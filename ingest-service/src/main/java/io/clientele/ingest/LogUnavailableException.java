package io.clientele.ingest;

/** The log did not take what it was given in time; nothing is wrong with what was sent. */
public final class LogUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With what the log said. */
  public LogUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
