package io.clientele.recommendation;

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

  static Map<String, Double> scores(List<Session> sessions, List<String> asked) {
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
              * Math.exp(-(now - session.lastMillis()) / (30 * 86_400_000.0))
              / Math.sqrt(new LinkedHashSet<>(items).size());
      int anchorPlace = items.lastIndexOf(newestFirst.get(anchor));
      for (String item : new LinkedHashSet<>(items)) {
        double with = sessions.stream().filter(one -> one.items().contains(item)).count();
        double idf = Math.log((sessions.size() + 1) / (with + 1));
        double near = Math.exp(-Math.abs(items.lastIndexOf(item) - anchorPlace) / 2.0);
        scores.merge(item, similarity * near * (1 + idf), Double::sum);
      }
    }
    return scores;
  }
}
