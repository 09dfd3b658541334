package io.clientele.bench.sessions;

/**
 * A mean and how far it can be trusted.
 *
 * @param halfWidth of the interval that 95 in 100 resamples' means lie in
 */
public record Estimate(double mean, double halfWidth) {}
