package io.clientele.scoring.rest;

import io.clientele.runtime.http.Problem;
import io.clientele.scoring.OwnBase;
import io.clientele.scoring.rfm.BaseShare;
import io.clientele.scoring.rfm.RfmBase;
import io.clientele.scoring.rfm.RfmThresholds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * The thresholds over everybody, on this instance and its peers, for now and for other moments.
 * They are kept: reads by the thousand cost one pass over the base every now and then. Whoever asks
 * for what is being made waits for that; nobody waits for another moment.
 */
public final class WholeBase {

  /** How long the live thresholds may lag behind; an event has 1 s to be seen. */
  private static final Duration LIVE_LAG = Duration.ofMillis(100);

  /** The same for another moment, whose base costs reading every history. */
  private static final Duration PAST_LAG = Duration.ofMillis(500);

  private static final int MOST_MOMENTS = 8;

  /** Each reads every history, here and on the peers, and holds a thread that answers requests. */
  private static final int MOST_SCANS = 4;

  /**
   * Thresholds and for how long they hold.
   *
   * @param madeAt when making them began
   * @param alone whether no peer had a share in them, whose changes we would not see
   */
  private record Kept(RfmThresholds thresholds, long version, Instant madeAt, boolean alone) {}

  private final OwnBase own;
  private final Function<Optional<Instant>, List<BaseShare>> peers;
  private final int partitions;
  private final Clock clock;
  private final SharedWork<Optional<Instant>, Kept> making = new SharedWork<>();
  private final Semaphore scans = new Semaphore(MOST_SCANS);
  private final Map<Instant, Kept> byMoment = new LinkedHashMap<>(16, 0.75f, true);
  private volatile Kept live;

  /**
   * Over this instance and its peers.
   *
   * @param peers every other instance's share as of a moment, or live
   * @param partitions how many the shares must add up to
   */
  public WholeBase(
      OwnBase own,
      Function<Optional<Instant>, List<BaseShare>> peers,
      int partitions,
      Clock clock) {
    this.own = own;
    this.peers = peers;
    this.partitions = partitions;
    this.clock = clock;
  }

  /**
   * As of now, at most 100 ms behind.
   *
   * @throws io.clientele.runtime.http.ProblemException with status 503 while partitions are moved
   */
  RfmThresholds live() {
    return thresholds(Optional.empty());
  }

  /**
   * As of any moment, by knowledge at most 500 ms old.
   *
   * @throws io.clientele.runtime.http.ProblemException with status 503 while partitions are moved,
   *     or while as many other moments are made as may be at once
   */
  RfmThresholds asOf(Instant at) {
    return thresholds(Optional.of(at));
  }

  private RfmThresholds thresholds(Optional<Instant> at) {
    Instant asked = clock.instant();
    Kept kept = kept(at);
    if (!holds(kept, at)) {
      kept = making.get(at, () -> keep(at));
      if (!serves(kept, at, asked)) {
        // What was under way had begun too long ago. What is under way now began since.
        kept = making.get(at, () -> keep(at));
      }
    }
    return kept.thresholds();
  }

  private Kept kept(Optional<Instant> at) {
    if (at.isEmpty()) {
      return live;
    }
    synchronized (byMoment) {
      return byMoment.get(at.get());
    }
  }

  private Kept keep(Optional<Instant> at) {
    Kept known = kept(at);
    if (holds(known, at)) {
      return known;
    }
    if (at.isEmpty()) {
      live = make(at);
      return live;
    }
    Kept made = scan(at);
    synchronized (byMoment) {
      byMoment.put(at.get(), made);
      if (byMoment.size() > MOST_MOMENTS) {
        byMoment.remove(byMoment.keySet().iterator().next());
      }
    }
    return made;
  }

  private Kept scan(Optional<Instant> at) {
    if (!scans.tryAcquire()) {
      throw Problem.unavailable("Other moments are being computed; try again.").exception();
    }
    try {
      return make(at);
    } finally {
      scans.release();
    }
  }

  /** Whether what was made is new enough for somebody who asked at that time. */
  private static boolean serves(Kept made, Optional<Instant> at, Instant asked) {
    return !made.madeAt().isBefore(asked)
        || (made.thresholds().customers() > 0 && asked.isBefore(made.madeAt().plus(lag(at))));
  }

  private static Duration lag(Optional<Instant> at) {
    return at.isEmpty() ? LIVE_LAG : PAST_LAG;
  }

  private boolean holds(Kept kept, Optional<Instant> at) {
    // Nobody at all is looked at again at once: the first customer must not be compared with none.
    if (kept == null || kept.thresholds().customers() == 0) {
      return false;
    }
    return clock.instant().isBefore(kept.madeAt().plus(lag(at)))
        || (kept.alone() && own.isCurrent(kept.version()));
  }

  private Kept make(Optional<Instant> at) {
    Instant now = clock.instant();
    long version = own.version();
    BaseShare ours = at.map(own::asOf).orElseGet(() -> own.live(now));
    List<BaseShare> theirs = peers.apply(at);
    List<BaseShare> all = new ArrayList<>(theirs);
    all.add(ours);
    RfmBase base =
        BaseShare.whole(all, partitions)
            .orElseThrow(
                () -> Problem.unavailable("The customers are being moved; try again.").exception());
    return new Kept(new RfmThresholds(base), version, now, theirs.isEmpty());
  }
}
