package io.clientele.recommendation.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * VSTAN written down from its formula (models.md, "A live recipe") over a plain list of sessions,
 * to compare with.
 *
 * @param backwards bwd
 */
record NaiveVstan(
    double spw,
    double inh,
    double ipw,
    double backwards,
    double self,
    double idf,
    boolean isCosine) {

  /** DEF A. */
  static final NaiveVstan A = new NaiveVstan(4, 2, 4, .6, .3, 1, true);

  /** DEF B. */
  static final NaiveVstan B = new NaiveVstan(2.5, 2, 1, .3, .1, .3, false);

  /** A finished session: its items, oldest first, and when its last one was touched. */
  record Session(List<String> items, long lastMillis) {}

  /** What speaks for items: what sessions have, what they went on to, what came next in them. */
  record Scored(
      Map<String, Double> symmetric, Map<String, Double> directional, Map<String, Double> next) {}

  /** At most ten items are asked about. */
  Scored scores(List<Session> sessions, List<String> asked, double fadeSeconds) {
    long now = sessions.stream().mapToLong(Session::lastMillis).max().orElse(0);
    List<String> newestFirst = new ArrayList<>(asked);
    Collections.reverse(newestFirst);
    newestFirst = new ArrayList<>(new LinkedHashSet<>(newestFirst));
    Scored scored = new Scored(new HashMap<>(), new HashMap<>(), new HashMap<>());
    for (Session session : sessions) {
      List<String> items = session.items();
      int anchor = 0;
      while (anchor < newestFirst.size() && !items.contains(newestFirst.get(anchor))) {
        anchor++;
      }
      if (anchor == newestFirst.size()) {
        continue;
      }
      double seconds = (now - session.lastMillis()) / 1000.0;
      double age = Math.exp(-seconds / fadeSeconds);
      double similarity = shared(items, newestFirst) * Math.exp(-anchor / ipw) * age;
      similarity /= isCosine ? Math.sqrt(items.size()) : 1;
      int anchorPlace = items.lastIndexOf(newestFirst.get(anchor));
      for (String item : new LinkedHashSet<>(items)) {
        double rarity = 1 + idf * Math.max(0, rarity(sessions, item));
        double near = symmetric(items, item, anchorPlace);
        double behind = directional(items, item, anchorPlace);
        scored.symmetric.merge(item, similarity * near * rarity, Double::sum);
        scored.directional.merge(item, similarity * behind * rarity, Double::sum);
      }
      for (int place = 1; place < items.size(); place++) {
        if (items.get(place - 1).equals(newestFirst.get(0))) {
          scored.next.merge(items.get(place), similarity, Double::sum);
        }
      }
    }
    return scored;
  }

  private double shared(List<String> items, List<String> newestFirst) {
    double shared = 0;
    for (int distance = 0; distance < newestFirst.size(); distance++) {
      shared += items.contains(newestFirst.get(distance)) ? Math.exp(-distance / spw) : 0;
    }
    return shared;
  }

  private static double rarity(List<Session> sessions, String item) {
    double with = sessions.stream().filter(one -> one.items().contains(item)).count();
    return Math.log((sessions.size() + 1) / (with + 1));
  }

  private double symmetric(List<String> items, String item, int anchor) {
    double most = 0;
    for (int place = 0; place < items.size(); place++) {
      if (items.get(place).equals(item)) {
        most = Math.max(most, Math.exp(-Math.abs(place - anchor) / inh));
      }
    }
    return most;
  }

  private double directional(List<String> items, String item, int anchor) {
    double most = 0;
    for (int place = 0; place < items.size(); place++) {
      if (items.get(place).equals(item)) {
        double apart = Math.exp(-(Math.abs(place - anchor) - 1) / inh);
        most = Math.max(most, place == anchor ? self : place > anchor ? apart : backwards * apart);
      }
    }
    return most;
  }
}
