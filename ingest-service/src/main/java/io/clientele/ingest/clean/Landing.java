package io.clientele.ingest.clean;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a page view knows of where its visitor came from; whatever is unknown is null.
 *
 * @param source as the campaign's {@code utm_source} names it
 * @param medium as the campaign's {@code utm_medium} names it
 * @param campaign as {@code utm_campaign} names it
 * @param page the page's whole address, whose query may have the three above and click ids
 * @param referrer the address of the page before
 * @param query the parameters of the page's address, names in lower case; the first of equal names
 *     counts
 */
public record Landing(
    String source,
    String medium,
    String campaign,
    String page,
    String referrer,
    Map<String, String> query) {

  private static final int LONGEST_NAME = 200;

  public Landing {
    source = first(source, query.get("utm_source"));
    medium = first(medium, query.get("utm_medium"));
    campaign = first(campaign, query.get("utm_campaign"));
  }

  /** The same, with the query of the page's address. */
  public Landing(String source, String medium, String campaign, String page, String referrer) {
    this(source, medium, campaign, page, referrer, query(page));
  }

  private static Map<String, String> query(String page) {
    if (page == null || page.indexOf('?') < 0) {
      return Map.of();
    }
    int start = page.indexOf('?') + 1;
    int end = page.indexOf('#', start);
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : page.substring(start, end < 0 ? page.length() : end).split("&", -1)) {
      int sign = pair.indexOf('=');
      if (sign > 0) {
        query.putIfAbsent(
            pair.substring(0, sign).toLowerCase(Locale.ROOT), decoded(pair.substring(sign + 1)));
      }
    }
    return query;
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, UTF_8);
    } catch (IllegalArgumentException e) {
      // A lone percent sign: the value was never encoded.
      return value;
    }
  }

  private static String first(String named, String inQuery) {
    String clean = clean(named);
    return clean == null ? clean(inQuery) : clean;
  }

  private static String clean(String name) {
    if (name == null || name.length() > LONGEST_NAME) {
      return null;
    }
    String clean = Text.clean(name).toLowerCase(Locale.ROOT);
    return clean.isEmpty() ? null : clean;
  }
}
