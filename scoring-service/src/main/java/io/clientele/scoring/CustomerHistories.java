package io.clientele.scoring;

import io.clientele.contract.HistoryRecord;
import java.util.Optional;

/** The purchase histories that this instance has. */
public interface CustomerHistories {

  /** What stands under a customer id. */
  Optional<HistoryRecord> find(String customerId);
}
