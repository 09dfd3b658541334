package io.clientele.bench.ingest;

import io.clientele.bench.http.HttpRound;

/**
 * A round of requests with the effort of all who take part on this machine.
 *
 * @param serviceCores how many cores the service used
 * @param brokerCores how many the broker used
 */
public record ServiceRound(HttpRound http, double serviceCores, double brokerCores) {}
