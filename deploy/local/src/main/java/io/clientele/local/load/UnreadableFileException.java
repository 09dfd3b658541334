package io.clientele.local.load;

/** A file is not what it was said to be; the message names the place. */
public final class UnreadableFileException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnreadableFileException(String message) {
    super(message);
  }

  UnreadableFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
