package io.clientele.ingest.clean;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The well-known sites that send visitors, by host and by the names that campaigns use. */
final class Sites {

  /**
   * A site.
   *
   * @param kind search, social, video, shopping or email
   * @param name under which its visitors are counted
   */
  record Site(String kind, String name) {}

  private static final String ANY_COUNTRY = ".*";

  /** Under a country's domain a name has at most three letters before it, as in co.uk or com.br. */
  private static final int LONGEST_SUFFIX_LABEL = 3;

  private static final Map<String, Site> SITES = sites();

  private Sites() {}

  /** The site that has this host or name; the longest entry decides. */
  static Optional<Site> of(String hostOrName) {
    String rest = hostOrName;
    while (true) {
      Site site = SITES.containsKey(rest) ? SITES.get(rest) : inAnyCountry(rest);
      int dot = rest.indexOf('.');
      if (site != null || dot < 0) {
        return Optional.ofNullable(site);
      }
      rest = rest.substring(dot + 1);
    }
  }

  private static Site inAnyCountry(String host) {
    String[] labels = host.split("\\.", 4);
    boolean country = labels.length == 2 || labels.length == 3;
    for (int label = 1; country && label < labels.length; label++) {
      country = labels[label].length() <= LONGEST_SUFFIX_LABEL;
    }
    return country ? SITES.get(labels[0] + ANY_COUNTRY) : null;
  }

  private static Map<String, Site> sites() {
    Map<String, Site> sites = new HashMap<>();
    for (String line : Lines.of("sites.txt")) {
      List<String> words = List.of(line.split(" ", -1));
      Site site = new Site(words.get(0), words.get(1));
      words.subList(1, words.size()).forEach(word -> sites.put(word, site));
    }
    return Map.copyOf(sites);
  }
}
