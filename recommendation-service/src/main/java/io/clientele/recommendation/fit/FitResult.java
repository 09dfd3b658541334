package io.clientele.recommendation.fit;

import io.clientele.contract.RankerModel;

/** What came of a {@link Fit}. */
public sealed interface FitResult {

  /**
   * The shop has too few finished sessions.
   *
   * @param queries how many steps of the newest sessions there are to foretell
   * @param needed how many there must be
   */
  record TooLittleData(int queries, int needed) implements FitResult {}

  /**
   * Rankers were learned and compared.
   *
   * @param model with the quality of each ranker
   * @param isBetter whether it should replace the one that serves
   * @param why in a sentence
   */
  record Fitted(RankerModel model, boolean isBetter, String why) implements FitResult {}
}
