package io.clientele.scoring;

import io.clientele.contract.CustomerScores;
import io.clientele.contract.PurchaseHistory;
import io.clientele.scoring.rfm.RfmFacts;
import io.clientele.scoring.rfm.RfmThresholds;
import java.time.Instant;
import java.util.function.Supplier;

/** All scores of one customer as a pure function of history, moment and base. */
public final class Scoring {

  private Scoring() {}

  /**
   * The customer's scores as of a moment.
   *
   * @param thresholds of the base as of the same moment; asked for only if there is something to
   *     score. They may be older than the history by as long as they are kept, so that the customer
   *     need not be in them yet
   */
  public static CustomerScores score(
      PurchaseHistory history, Instant at, Supplier<RfmThresholds> thresholds) {
    CustomerScores.Rfm rfm =
        RfmFacts.asOf(history, at).map(facts -> thresholds.get().score(facts)).orElse(null);
    return new CustomerScores(history.customerId(), at, rfm);
  }
}
