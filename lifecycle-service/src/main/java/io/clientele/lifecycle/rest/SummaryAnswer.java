package io.clientele.lifecycle.rest;

import io.clientele.contract.LifecycleState;
import io.clientele.lifecycle.LifecycleCounts;
import java.time.Instant;
import java.util.Map;

/** How many customers were in which state at a moment. */
record SummaryAnswer(Instant asOf, long known, long anonymous, Map<LifecycleState, Long> states) {

  static SummaryAnswer of(Instant asOf, LifecycleCounts counts) {
    return new SummaryAnswer(asOf, counts.known(), counts.anonymous(), counts.states());
  }
}
