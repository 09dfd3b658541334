package io.clientele.ingest.call;

import java.util.Locale;
import java.util.Optional;

/** The calls of the Segment API that carry one event. */
public enum CallType {
  TRACK,
  IDENTIFY,
  PAGE,
  SCREEN,
  GROUP,
  ALIAS,
  MERGE;

  /** The type of this name. */
  public static Optional<CallType> named(String name) {
    for (CallType type : values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
