package io.clientele.bench.sessions;

import io.clientele.recommendation.memory.Fact;
import java.util.List;

/** What is evaluated. It learns in one thread, and meanwhile nobody asks. */
interface Subject {

  /** The ways in which it orders what it knows: sources first, of the rest the one served last. */
  List<Row> rows();

  /** Takes facts in. */
  void learn(List<Fact> facts);

  /** Brings up to date what is not kept up with every fact. */
  void refresh();

  /** At which place each row has the target, from 1; 0 where not among the first 20. Any thread. */
  byte[] places(Query query, boolean excludeCurrent);
}
