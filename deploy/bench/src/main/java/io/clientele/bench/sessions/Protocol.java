package io.clientele.bench.sessions;

import java.util.List;

/**
 * A data set and how it is asked, as its publishers do it.
 *
 * @param title for people
 * @param excludeCurrent whether the item just touched is never suggested
 * @param train what is known before, in the order of its times
 * @param turns what is asked, and what becomes known meanwhile where the evaluation is live
 * @param published what others report for this part
 */
record Protocol(
    String title,
    boolean excludeCurrent,
    List<Session> train,
    List<Turn> turns,
    List<Published> published) {

  Protocol {
    train = List.copyOf(train);
    turns = List.copyOf(turns);
    published = List.copyOf(published);
  }

  /** All that is asked, in the order of the turns. */
  List<Query> queries() {
    return turns.stream()
        .filter(Turn.Ask.class::isInstance)
        .map(turn -> ((Turn.Ask) turn).query())
        .toList();
  }
}
