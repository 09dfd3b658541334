package io.clientele.ingest.segment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.ingest.Utf8;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds what of a query does not encode UTF-8: decoding it would replace characters in silence. */
final class UndecodedParameters {

  private UndecodedParameters() {}

  /**
   * The values of such parameters as they were sent, by the parameters' names; where a name itself
   * is none, with what stands for its faults.
   *
   * @param query as it was sent, or null
   */
  static Map<String, String> of(String query) {
    Map<String, String> undecoded = new LinkedHashMap<>();
    if (query == null) {
      return undecoded;
    }
    for (String pair : query.split("[&;]", -1)) {
      int sign = pair.indexOf('=');
      String name = sign < 0 ? pair : pair.substring(0, sign);
      String value = sign < 0 ? "" : pair.substring(sign + 1);
      if (!isText(name) || !isText(value)) {
        undecoded.putIfAbsent(URLDecoder.decode(name, UTF_8), value);
      }
    }
    return undecoded;
  }

  private static boolean isText(String encoded) {
    // Each byte that is encoded becomes one character.
    return Utf8.firstFault(URLDecoder.decode(encoded, ISO_8859_1).getBytes(ISO_8859_1)) < 0;
  }
}
