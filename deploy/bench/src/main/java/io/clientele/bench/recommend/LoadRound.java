package io.clientele.bench.recommend;

import io.clientele.bench.http.HttpRound;

/**
 * Requests at a constant rate beside events.
 *
 * @param serviceCores of the machine's cores that the service used
 * @param brokerCores the same of the broker
 */
record LoadRound(HttpRound http, double serviceCores, double brokerCores) {

  /** models.md: what Serenade states at 1,000 requests/s on two virtual cores. */
  static final double BOUND_MILLIS = 7;

  /** Who is behind at the end has served fewer than were due. */
  private static final double ALL = 0.98;

  boolean keepsUpWith(int perSecond) {
    return http.errors().isEmpty() && http.requestsPerSecond() >= ALL * perSecond;
  }

  /** Whether nothing failed, nothing was left behind and nine in ten were answered in time. */
  boolean bears(int perSecond) {
    return keepsUpWith(perSecond) && http.p90Millis() < BOUND_MILLIS;
  }
}
