package io.clientele.ingest.quarantine;

/**
 * A rejection that could be replayed, still without its payload.
 *
 * @param sizeBytes of the payload and what stood around it
 */
public record WaitingRejection(RejectionPosition position, long sizeBytes) {}
