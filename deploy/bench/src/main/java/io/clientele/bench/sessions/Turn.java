package io.clientele.bench.sessions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What happens next in a prequential evaluation: first asked, then learned. */
sealed interface Turn {

  /** A query is asked. */
  record Ask(Query query) implements Turn {}

  /** A session is over and becomes known. */
  record Enter(Session session) implements Turn {}

  /** One session after the other, however they overlap: the order of who has no times. */
  static List<Turn> oneByOne(List<Session> sessions) {
    List<Turn> turns = new ArrayList<>();
    for (int number = 0; number < sessions.size(); number++) {
      sessions.get(number).queries(number).forEach(query -> turns.add(new Ask(query)));
      turns.add(new Enter(sessions.get(number)));
    }
    return turns;
  }

  /** As time goes by: a session becomes known when its last item has been touched. */
  static List<Turn> byTime(List<Session> sessions) {
    List<Turn> turns = oneByOne(sessions);
    turns.sort(Comparator.comparing(Turn::millis).thenComparing(Enter.class::isInstance));
    return turns;
  }

  private static long millis(Turn turn) {
    if (turn instanceof Ask ask) {
      return ask.query().at().toEpochMilli();
    }
    Session session = ((Enter) turn).session();
    return session.times().get(session.times().size() - 1).toEpochMilli();
  }
}
