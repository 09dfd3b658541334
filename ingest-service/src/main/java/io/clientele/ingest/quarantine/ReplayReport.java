package io.clientele.ingest.quarantine;

import java.util.List;

/**
 * What became of a replay.
 *
 * @param replayed how many rejections were taken after all and are marked
 * @param refusedAgain how many were refused again and wait for another fix
 * @param notReplayable how many have to be mended where they were refused
 * @param reasons why the first of those that were not taken were not
 * @param next where to go on; null if nothing was left
 */
public record ReplayReport(
    int replayed,
    int refusedAgain,
    int notReplayable,
    List<NotTaken> reasons,
    RejectionPosition next) {

  /**
   * One that was not taken.
   *
   * @param rejectedId the id of its rejection
   * @param reason a stable code; {@code not-replayable} if it was not even tried
   * @param detail what is wrong and what to do, for people
   */
  public record NotTaken(String rejectedId, String reason, String detail) {}

  public ReplayReport {
    reasons = List.copyOf(reasons);
  }
}
