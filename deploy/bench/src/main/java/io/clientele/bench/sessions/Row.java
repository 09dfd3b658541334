package io.clientele.bench.sessions;

/**
 * One way to order candidates.
 *
 * @param isSource whether it is what a single source says, which nobody is served
 */
record Row(String name, boolean isSource) {}
