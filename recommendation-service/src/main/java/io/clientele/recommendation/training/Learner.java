package io.clientele.recommendation.training;

import io.clientele.contract.RankerModel;
import io.clientele.recommendation.fit.FitResult;
import java.time.Instant;
import java.util.Optional;

/** Learns from what the shop's sessions are now. */
public interface Learner {

  /** Whether the log has been read, up to what it held at the start. */
  boolean isReady();

  /** How many sessions the shop has. */
  int sessions();

  /**
   * Learns, in minutes.
   *
   * @param incumbent the model that serves
   * @param version of the one that is learned
   */
  FitResult learn(Optional<RankerModel> incumbent, int version, Instant now);
}
