package io.clientele.ingest.cloudevents;

import java.util.Locale;

/** Tells content types apart. */
final class MediaType {

  private MediaType() {}

  /** The type without its parameters, in lower case; empty for null. */
  static String of(String contentType) {
    if (contentType == null) {
      return "";
    }
    int parameters = contentType.indexOf(';');
    String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
    return type.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether it is JSON; what nobody names is taken for it. */
  static boolean isJson(String contentType) {
    String type = of(contentType);
    return type.isEmpty() || type.endsWith("/json") || type.endsWith("+json");
  }
}
