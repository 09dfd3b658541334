package io.clientele.recommendation.training;

import io.clientele.recommendation.fit.FitResult;
import java.time.Duration;

/**
 * What came of letting the ranker learn.
 *
 * @param result a model as it was published, or would have been
 * @param published whether it serves from now on
 */
public record FitOutcome(FitResult result, boolean published, Duration took) {}
