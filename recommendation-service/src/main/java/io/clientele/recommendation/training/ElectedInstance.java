package io.clientele.recommendation.training;

import java.util.Optional;

/** Which of the instances is to let the ranker learn. */
public interface ElectedInstance {

  boolean isThisOne();

  /** {@code host:port} of it, as it advertises itself; none while nobody is. Asks Kafka. */
  Optional<String> address();
}
