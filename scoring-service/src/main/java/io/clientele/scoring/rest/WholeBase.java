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
import java.util.function.Function;

/**
 * The thresholds over everybody, on this instance and its peers, for now and for other moments.
 * They are kept: reads by the thousand cost one pass over the base every now and then.
 */
public final class WholeBase {

  /** How long the live thresholds may lag behind; an event has 1 s to be seen. */
  private static final Duration LIVE_LAG = Duration.ofMillis(100);

  /** The same for another moment, whose base costs reading every history. */
  private static final Duration PAST_LAG = Duration.ofMillis(500);

  private static final int MOST_MOMENTS = 8;

  /**
   * Thresholds and for how long they hold.
   *
   * @param alone whether no peer had a share in them, whose changes we would not see
   */
  private record Kept(RfmThresholds thresholds, long version, Instant madeAt, boolean alone) {}

  private final OwnBase own;
  private final Function<Optional<Instant>, List<BaseShare>> peers;
  private final int partitions;
  private final Clock clock;
  private final Object refreshing = new Object();
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
    Kept kept = live;
    if (holds(kept, LIVE_LAG)) {
      return kept.thresholds();
    }
    synchronized (refreshing) {
      if (!holds(live, LIVE_LAG)) {
        live = make(Optional.empty());
      }
      return live.thresholds();
    }
  }

  /**
   * As of any moment, by knowledge at most 500 ms old.
   *
   * @throws io.clientele.runtime.http.ProblemException with status 503 while partitions are moved
   */
  RfmThresholds asOf(Instant at) {
    synchronized (byMoment) {
      Kept kept = byMoment.get(at);
      if (!holds(kept, PAST_LAG)) {
        kept = make(Optional.of(at));
        byMoment.put(at, kept);
        if (byMoment.size() > MOST_MOMENTS) {
          byMoment.remove(byMoment.keySet().iterator().next());
        }
      }
      return kept.thresholds();
    }
  }

  private boolean holds(Kept kept, Duration lag) {
    // Nobody at all is looked at again at once: the first customer must not be compared with none.
    if (kept == null || kept.thresholds().customers() == 0) {
      return false;
    }
    return clock.instant().isBefore(kept.madeAt().plus(lag))
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
