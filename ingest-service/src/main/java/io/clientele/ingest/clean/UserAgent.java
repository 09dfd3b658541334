package io.clientele.ingest.clean;

/**
 * What sent an event; whatever is unknown is null.
 *
 * @param device phone, tablet, desktop, tv, watch, console, car, reader, headset or speaker
 * @param browser the browser or app by its usual name, without a version
 * @param operatingSystem by its usual name, without a version
 * @param bot whether a machine acts on its own: its events are no customer's behaviour
 */
public record UserAgent(String device, String browser, String operatingSystem, boolean bot) {

  /** A sender of which nothing is known. */
  public static final UserAgent UNKNOWN = new UserAgent(null, null, null, false);
}
