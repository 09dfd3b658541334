package io.clientele.scoring.rest;

import io.clientele.contract.CustomerScores;
import io.clientele.contract.HistoryRecord;
import io.clientele.contract.MergedInto;
import io.clientele.contract.PurchaseHistory;
import io.clientele.runtime.http.Lookup;
import io.clientele.scoring.CustomerHistories;
import io.clientele.scoring.Scoring;
import java.time.Instant;
import java.util.Optional;

/** What this instance can say of a customer id that it owns. */
public final class ScoreLookup {

  private final CustomerHistories histories;
  private final WholeBase base;

  /** Looks up in these histories and compares with this base. */
  public ScoreLookup(CustomerHistories histories, WholeBase base) {
    this.histories = histories;
    this.base = base;
  }

  /** As of now. Whoever has been seen is found, even with a clock that runs ahead of ours. */
  Lookup<CustomerScores> live(String customerId, Instant now) {
    Optional<HistoryRecord> found = histories.find(customerId);
    if (found.isPresent() && found.get() instanceof PurchaseHistory history) {
      return new Lookup.Found<>(Scoring.score(history, now, base::live));
    }
    return movedOrAbsent(found);
  }

  /** As of any moment; absent before the customer was first seen. */
  Lookup<CustomerScores> asOf(String customerId, Instant at) {
    Optional<HistoryRecord> found = histories.find(customerId);
    if (found.isPresent() && found.get() instanceof PurchaseHistory history) {
      return history.firstSeenAt().isAfter(at)
          ? new Lookup.Absent<>()
          : new Lookup.Found<>(Scoring.score(history, at, () -> base.asOf(at)));
    }
    return movedOrAbsent(found);
  }

  private static Lookup<CustomerScores> movedOrAbsent(Optional<HistoryRecord> found) {
    return found.isPresent() && found.get() instanceof MergedInto merged
        ? new Lookup.Moved<>(merged.mergedInto())
        : new Lookup.Absent<>();
  }
}
