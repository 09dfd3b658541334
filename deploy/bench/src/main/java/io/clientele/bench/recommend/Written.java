package io.clientele.bench.recommend;

/**
 * What stands in the log.
 *
 * @param events of these sessions
 * @param items that they touch, each counted once
 */
record Written(int sessions, long events, int items) {}
