package io.clientele.recommendation.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** VSTAN written down from its formula over a plain list of sessions, to compare with. */
final class NaiveVstan {

  /** A finished session: its items, oldest first, and when its last one was touched. */
  record Session(List<String> items, long lastMillis) {}

  private NaiveVstan() {}

  /** Symmetric, DEF A; at most ten items are asked about. */
  static Map<String, Double> scores(
      List<Session> sessions, List<String> asked, double fadeSeconds) {
    long now = sessions.stream().mapToLong(Session::lastMillis).max().orElse(0);
    List<String> newestFirst = new ArrayList<>(asked);
    Collections.reverse(newestFirst);
    newestFirst = new ArrayList<>(new LinkedHashSet<>(newestFirst));
    Map<String, Double> scores = new HashMap<>();
    for (Session session : sessions) {
      List<String> items = session.items();
      int anchor = -1;
      double similarity = 0;
      for (int distance = 0; distance < newestFirst.size(); distance++) {
        if (items.contains(newestFirst.get(distance))) {
          anchor = anchor < 0 ? distance : anchor;
          similarity += Math.exp(-distance / 4.0);
        }
      }
      if (anchor < 0) {
        continue;
      }
      similarity *=
          Math.exp(-anchor / 4.0)
              * Math.exp(-(now - session.lastMillis()) / 1000.0 / fadeSeconds)
              / Math.sqrt(items.size());
      int anchorPlace = items.lastIndexOf(newestFirst.get(anchor));
      for (String item : new LinkedHashSet<>(items)) {
        double with = sessions.stream().filter(one -> one.items().contains(item)).count();
        double idf = Math.log((sessions.size() + 1) / (with + 1));
        int nearest = Integer.MAX_VALUE;
        for (int place = 0; place < items.size(); place++) {
          if (items.get(place).equals(item)) {
            nearest = Math.min(nearest, Math.abs(place - anchorPlace));
          }
        }
        double near = Math.exp(-nearest / 2.0);
        scores.merge(item, similarity * near * (1 + Math.max(0, idf)), Double::sum);
      }
    }
    return scores;
  }
}
