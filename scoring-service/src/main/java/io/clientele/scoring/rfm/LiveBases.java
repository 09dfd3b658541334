package io.clientele.scoring.rfm;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The bases of all tasks that this instance runs, which come and go as partitions move. */
public final class LiveBases {

  private final Map<String, TaskBase> byTask = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();

  /** An empty base that counts for nothing until it is registered. */
  public TaskBase create() {
    return new TaskBase(changes::incrementAndGet);
  }

  /** Counts a base in once it holds all customers of its task. */
  public void register(String task, TaskBase base) {
    byTask.put(task, base);
    changes.incrementAndGet();
  }

  /** Counts a base out; a later one of the same task stays. */
  public void deregister(String task, TaskBase base) {
    byTask.remove(task, base);
    changes.incrementAndGet();
  }

  /** Everybody with an order by {@code now}, which must not lie in the past. Costs a copy. */
  public RfmBase total(Instant now) {
    RfmTally sum = new RfmTally();
    byTask.values().forEach(base -> base.addTo(sum, now));
    return sum.total();
  }

  /** Grows with every change. Read it before what it is to vouch for. */
  public long version() {
    return changes.get();
  }

  /** Whether what was read at that version still holds, and will until the next change. */
  public boolean isCurrent(long version) {
    return changes.get() == version && byTask.values().stream().noneMatch(TaskBase::awaitsTime);
  }
}
