package io.clientele.ingest.identity;

import io.clientele.ingest.Fingerprint;

/** Names of links: the same pair always has the same one. */
public final class LinkIds {

  private LinkIds() {}

  /** The link between two known ids, in either direction. */
  public static String ofKnown(String one, String other) {
    return one.compareTo(other) <= 0
        ? Fingerprint.of("known", one, other)
        : Fingerprint.of("known", other, one);
  }

  /** The link of a device to its first customer. */
  static String ofDevice(String anonymousId, String userId) {
    return Fingerprint.of("device", anonymousId, userId);
  }
}
