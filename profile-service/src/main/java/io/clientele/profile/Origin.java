package io.clientele.profile;

/**
 * Whose part a move is about, and on which way it comes.
 *
 * @param partId the id whose part it is
 * @param via the id that tells: the part's own, or the known id that its device is linked to
 * @param generation how often the part's id was linked when it sent this; of what two ids tell of
 *     the same part the greater holds
 */
public record Origin(String partId, String via, long generation) {

  Origin relayedBy(String id) {
    return new Origin(partId, id, generation);
  }
}
