package io.clientele.ingest.quarantine;

/**
 * How many rejections share a reason and a source.
 *
 * @param kept all of them
 * @param replayed those of them that were taken after all
 */
public record RejectionTally(String reason, String source, long kept, long replayed) {}
