package io.clientele.profile.split;

/** The log of links does not answer. */
public final class LinksUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public LinksUnavailableException(Throwable cause) {
    super("Kafka did not acknowledge in time: " + cause.getClass().getSimpleName(), cause);
  }
}
