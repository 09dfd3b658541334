package io.clientele.lifecycle;

import io.clientele.contract.HistoryRecord;
import io.clientele.contract.LifecycleAlert;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What is kept of one customer id.
 *
 * @param record the newest of {@code purchase-histories}
 * @param changedAt when it arrived here
 * @param announced the moves that stand in {@code lifecycle-transitions}, less those taken back;
 *     none under an id that was merged into another
 * @param timer when to look at the customer again, or null
 * @param alert the newest alert raised, maybe withdrawn since, or null
 */
public record LifecycleEntry(
    HistoryRecord record,
    Instant changedAt,
    List<Move> announced,
    Instant timer,
    LifecycleAlert alert) {

  public LifecycleEntry {
    Objects.requireNonNull(record, "record");
    Objects.requireNonNull(changedAt, "changedAt");
    announced = List.copyOf(announced);
  }
}
