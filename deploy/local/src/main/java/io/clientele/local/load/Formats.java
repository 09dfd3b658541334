package io.clientele.local.load;

import io.clientele.local.platform.PlatformException;
import java.time.Instant;
import java.util.List;

/** The formats by the names that {@code --as} takes. */
public final class Formats {

  /** All names. */
  public static final List<String> NAMES =
      List.of("online-retail", "cdnow", "segment", "sessions", "clickstream");

  private Formats() {}

  /**
   * The format of this name.
   *
   * @param currency of amounts, where the file does not say
   * @param now what a file without times is placed before
   */
  public static Format named(String name, String currency, Instant now) {
    return switch (name) {
      case "online-retail" -> new OnlineRetail(currency);
      case "cdnow" -> new Cdnow(currency);
      case "segment" -> new SegmentCalls();
      case "sessions" -> new Sessions(now);
      case "clickstream" -> new Clickstream(currency);
      default ->
          throw new PlatformException(
              "no format is called " + name + "; there are " + String.join(", ", NAMES));
    };
  }
}
