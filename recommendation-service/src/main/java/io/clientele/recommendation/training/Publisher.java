package io.clientele.recommendation.training;

import io.clientele.contract.RankerModel;
import java.util.Set;

/** Hands models to all instances. */
@FunctionalInterface
public interface Publisher {

  /** What came of it. */
  enum Result {
    PUBLISHED("it serves from now on"),
    /** Nothing was published. */
    DEPOSED("another instance was elected meanwhile"),
    /** Whether it was published will show. */
    UNREACHABLE("Kafka did not confirm it");

    private final String text;

    Result(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /** Publishes a model and takes others away, both or nothing. */
  Result publish(RankerModel model, Set<Integer> outdated);
}
