package io.clientele.profile.engagement;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload.Engaged;
import io.clientele.contract.Payload.Engaged.Kind;
import io.clientele.contract.profile.Interactions;
import io.clientele.profile.fold.Family;
import io.clientele.profile.fold.SortedMaps;
import java.time.Instant;
import java.util.SortedMap;

/**
 * How often the customer took part, for life; a number a kind is its bound.
 *
 * @param counts of the kinds that occurred
 * @param lastAt when the latest occurred; null where there is none
 */
public record Engagements(SortedMap<Kind, Long> counts, Instant lastAt)
    implements Family<Engagements, Interactions> {

  public static final Engagements ZERO = new Engagements(null, null);

  public Engagements {
    counts = SortedMaps.copy(counts);
  }

  @Override
  public Engagements add(CustomerEvent event) {
    return event.payload() instanceof Engaged engaged
        ? new Engagements(
            SortedMaps.with(counts, engaged.kind(), count(engaged.kind()) + 1),
            later(lastAt, event.occurredAt()))
        : this;
  }

  @Override
  public Engagements merge(Engagements other) {
    return new Engagements(
        SortedMaps.merged(counts, other.counts, Long::sum), later(lastAt, other.lastAt));
  }

  @Override
  public Interactions at(Instant time) {
    return new Interactions(
        count(Kind.LIKE),
        count(Kind.SHARE),
        count(Kind.COMMENT),
        count(Kind.FOLLOW),
        count(Kind.MENTION),
        Math.max(0, count(Kind.WISHLIST) - count(Kind.WISHLIST_REMOVED)),
        lastAt);
  }

  private long count(Kind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  /** The later of two; either may be null. */
  static Instant later(Instant one, Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}
