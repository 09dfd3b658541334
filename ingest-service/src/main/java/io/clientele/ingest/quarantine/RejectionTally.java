package io.clientele.ingest.quarantine;

/**
 * How many rejections share a reason and a source.
 *
 * @param reason the code of the rejections
 * @param source who sent them, else the topic they stood on
 * @param kept all of them
 * @param replayed those of them that were taken after all
 */
public record RejectionTally(String reason, String source, long kept, long replayed) {}
