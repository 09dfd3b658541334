package io.clientele.scoring.rfm;

import java.time.Instant;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The bases of all partitions that this instance has, which come and go. */
public final class LiveBases {

  private final Map<Integer, PartitionBase> byPartition = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();

  /** An empty base that counts for nothing until it is registered. */
  public PartitionBase create() {
    return new PartitionBase(changes::incrementAndGet);
  }

  /** Counts a base in once it holds all customers of its partition. */
  public void register(int partition, PartitionBase base) {
    byPartition.put(partition, base);
    changes.incrementAndGet();
  }

  /** Counts a base out; a later one of the same partition stays. */
  public void deregister(int partition, PartitionBase base) {
    byPartition.remove(partition, base);
    changes.incrementAndGet();
  }

  /** Everybody here with an order by {@code now}, which must not lie in the past. Costs a copy. */
  public BaseShare share(Instant now) {
    RfmTally sum = new RfmTally();
    Map<Integer, PartitionBase> bases = new TreeMap<>(byPartition);
    bases.values().forEach(base -> base.addTo(sum, now));
    return new BaseShare(new TreeSet<>(bases.keySet()), sum.total());
  }

  /** The partitions that count in now. */
  public SortedSet<Integer> partitions() {
    return new TreeSet<>(byPartition.keySet());
  }

  /** Grows with every change. Read it before what it is to vouch for. */
  public long version() {
    return changes.get();
  }

  /** Whether what was read at that version still holds, and will until the next change. */
  public boolean isCurrent(long version) {
    return changes.get() == version
        && byPartition.values().stream().noneMatch(PartitionBase::awaitsTime);
  }
}
