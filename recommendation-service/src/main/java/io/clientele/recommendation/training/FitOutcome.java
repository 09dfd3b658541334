package io.clientele.recommendation.training;

import io.clientele.contract.RankerModel;
import java.time.Duration;

/** What came of letting the ranker learn. */
public sealed interface FitOutcome {

  /**
   * The shop has too few finished sessions.
   *
   * @param queries how many steps of the newest sessions there are to foretell
   * @param needed how many there must be
   */
  record TooLittleData(int queries, int needed) implements FitOutcome {}

  /**
   * It learned.
   *
   * @param model as it was published, or would have been
   * @param published whether it serves from now on
   * @param why in a sentence
   */
  record Fitted(RankerModel model, boolean published, String why, Duration took)
      implements FitOutcome {}
}
