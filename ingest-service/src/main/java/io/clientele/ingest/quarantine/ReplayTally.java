package io.clientele.ingest.quarantine;

import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.quarantine.ReplayReport.NotTaken;
import java.util.ArrayList;
import java.util.List;

/** Counts on the way what a replay reports at its end. */
final class ReplayTally {

  private static final String NOT_REPLAYABLE = "not-replayable";

  /** Enough to see what is wrong; the rest is found by searching. */
  private static final int MOST_REASONS = 100;

  private final List<NotTaken> reasons = new ArrayList<>();
  private int replayed;
  private int refusedAgain;
  private int notReplayable;

  void replayed() {
    replayed++;
  }

  void notTaken(RejectedEvent rejected, Reread why) {
    if (why instanceof Reread.RefusedAgain refused) {
      refusedAgain++;
      explain(rejected, refused.reason(), refused.detail());
    } else if (why instanceof Reread.Foreign foreign) {
      notReplayable++;
      explain(rejected, NOT_REPLAYABLE, foreign.detail());
    }
  }

  ReplayReport report(RejectionPosition next) {
    return new ReplayReport(replayed, refusedAgain, notReplayable, reasons, next);
  }

  private void explain(RejectedEvent rejected, String reason, String detail) {
    if (reasons.size() < MOST_REASONS) {
      reasons.add(new NotTaken(rejected.rejectedId(), reason, detail));
    }
  }
}
