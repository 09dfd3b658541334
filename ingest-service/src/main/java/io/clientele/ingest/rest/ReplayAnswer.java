package io.clientele.ingest.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientele.ingest.quarantine.ReplayReport;
import java.util.List;

/**
 * What became of a replay.
 *
 * @param replayed how many rejections were taken
 * @param refusedAgain how many were not, and wait for another fix
 * @param notReplayable how many did not come in here and cannot be sent through again
 * @param reasons why the first hundred of the last two were not taken
 * @param remaining whether there are more that match
 * @param next the cursor that goes on with those, or null
 */
record ReplayAnswer(
    int replayed,
    int refusedAgain,
    int notReplayable,
    List<ReplayReport.NotTaken> reasons,
    boolean remaining,
    @JsonInclude(JsonInclude.Include.ALWAYS) String next) {

  ReplayAnswer {
    reasons = List.copyOf(reasons);
  }

  static ReplayAnswer of(ReplayReport report) {
    return new ReplayAnswer(
        report.replayed(),
        report.refusedAgain(),
        report.notReplayable(),
        report.reasons(),
        report.next() != null,
        RejectedCursor.write(report.next()));
  }
}
