package io.clientele.recommendation.training;

/** What a test lets learn, from a shop of a thousand sessions that has been read. */
@FunctionalInterface
public interface ReadyLearner extends Learner {

  @Override
  default boolean isReady() {
    return true;
  }

  @Override
  default int sessions() {
    return 1_000;
  }
}
