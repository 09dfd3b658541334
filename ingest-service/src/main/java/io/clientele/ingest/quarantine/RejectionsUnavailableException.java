package io.clientele.ingest.quarantine;

/** Nobody can say now what is in quarantine: the store does not answer, or it is not up to date. */
public final class RejectionsUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Says why.
   *
   * @param message for people, also outside
   */
  public RejectionsUnavailableException(String message) {
    super(message);
  }

  /** The store said this. */
  public RejectionsUnavailableException(Throwable cause) {
    super("The database of rejections does not answer; try again, or ask for less.", cause);
  }
}
