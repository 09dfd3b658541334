package io.clientele.lifecycle.rest;

import io.clientele.contract.LifecycleState;
import io.clientele.lifecycle.LifecycleCounts;
import java.time.Instant;
import java.util.Map;

/**
 * How many customers were in which state at a moment.
 *
 * @param asOf the moment
 * @param known customers who are not anonymous; what the states add up to
 * @param anonymous shoppers without a name, in no state here
 * @param states how many known customers, every state
 */
record SummaryAnswer(Instant asOf, long known, long anonymous, Map<LifecycleState, Long> states) {

  static SummaryAnswer of(Instant asOf, LifecycleCounts counts) {
    return new SummaryAnswer(asOf, counts.known(), counts.anonymous(), counts.states());
  }
}
