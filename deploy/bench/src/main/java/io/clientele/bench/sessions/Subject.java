package io.clientele.bench.sessions;

import io.clientele.recommendation.memory.Fact;
import java.util.List;
import java.util.Optional;

/** What is evaluated. It learns in one thread, and meanwhile nobody asks. */
interface Subject {

  /** Takes facts in. */
  void learn(List<Fact> facts);

  /** Brings up to date what is not kept up with every fact. */
  void refresh();

  /** Learns how to order candidates from all that it knows; none where that is too little. */
  Optional<FitReport> fit();

  /** The ways in which it orders candidates. */
  List<Row> rows();

  /** At which place each row has the target, from 1; 0 where not among the first 20. Any thread. */
  byte[] places(Query query, boolean excludeCurrent);
}
