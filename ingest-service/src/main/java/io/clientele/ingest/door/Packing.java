package io.clientele.ingest.door;

import java.util.Locale;
import java.util.Set;

/** In which packings bodies may come, as {@code Content-Encoding} names them (RFC 9110, 8.4.1). */
final class Packing {

  /** What a client hears that has packed otherwise. */
  static final String ACCEPTED = "gzip";

  /** The second name is an old one of the same. */
  private static final Set<String> GZIP = Set.of(ACCEPTED, "x-gzip");

  private static final Set<String> PLAIN = Set.of("", "identity");

  private Packing() {}

  /** Whether a body that comes under this header, or with null under none, can be unpacked. */
  static boolean isKnown(String header) {
    return header == null || PLAIN.contains(name(header)) || isGzip(header);
  }

  /** Whether it has to be unpacked first. */
  static boolean isGzip(String header) {
    return header != null && GZIP.contains(name(header));
  }

  private static String name(String header) {
    return header.strip().toLowerCase(Locale.ROOT);
  }
}
