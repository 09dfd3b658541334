package io.clientele.ingest.source;

/** The store of sources does not answer: nothing was changed, or nobody can say whether it was. */
public final class SourcesUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With what the store said. */
  public SourcesUnavailableException(Throwable cause) {
    super("the store of sources does not answer: " + cause.getMessage(), cause);
  }
}
