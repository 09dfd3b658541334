package io.clientele.scoring.rest;

import io.clientele.contract.HistoryRecord;
import io.clientele.contract.PurchaseHistory;
import io.clientele.scoring.CustomerHistories;
import io.clientele.scoring.OwnBase;
import io.clientele.scoring.rfm.BaseShare;
import io.clientele.scoring.rfm.RfmFacts;
import io.clientele.scoring.rfm.RfmTally;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** One partition's histories in memory, which counts how often its base is made. */
final class FakeBase implements OwnBase, CustomerHistories {

  private final Map<String, HistoryRecord> histories = new TreeMap<>();
  private final int partition;
  private long version;
  private int made;

  FakeBase(int partition) {
    this.partition = partition;
  }

  void put(HistoryRecord history) {
    histories.put(history.customerId(), history);
    version++;
  }

  int timesMade() {
    return made;
  }

  @Override
  public Optional<HistoryRecord> find(String customerId) {
    return Optional.ofNullable(histories.get(customerId));
  }

  @Override
  public BaseShare live(Instant now) {
    return asOf(now);
  }

  @Override
  public BaseShare asOf(Instant at) {
    made++;
    RfmTally tally = new RfmTally();
    for (HistoryRecord record : histories.values()) {
      if (record instanceof PurchaseHistory history) {
        RfmFacts.asOf(history, at).ifPresent(tally::add);
      }
    }
    TreeSet<Integer> partitions = new TreeSet<>();
    partitions.add(partition);
    return new BaseShare(partitions, tally.total());
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public boolean isCurrent(long asked) {
    return version == asked;
  }
}
