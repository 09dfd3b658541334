package io.clientele.local.platform;

/** The platform cannot do what was asked; the message tells the person at the terminal why. */
public final class PlatformException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public PlatformException(String message) {
    super(message);
  }

  public PlatformException(String message, Throwable cause) {
    super(message, cause);
  }
}
