package io.clientele.runtime.http;

/**
 * Which copy of the state a look-up reads.
 *
 * @param partition the one that the customer id falls into
 * @param mayBeStale whether a standby's copy, or one that is still being restored, will do; if not,
 *     only the one that is being written now
 */
public record Copy(int partition, boolean mayBeStale) {}
