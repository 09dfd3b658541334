package io.clientele.profile.engagement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload.Engaged;
import io.clientele.contract.Payload.Engaged.Kind;
import io.clientele.contract.profile.Interactions;
import io.clientele.profile.fold.Family;
import io.clientele.profile.fold.Moments;
import io.clientele.profile.fold.Packer;
import io.clientele.profile.fold.SortedMaps;
import io.clientele.profile.fold.Unpacker;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

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

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Engagements unpack(byte[] packed) {
    Unpacker unpacker = new Unpacker(packed);
    if (!unpacker.hasMore()) {
      return ZERO;
    }
    Instant lastAt = unpacker.time();
    SortedMap<Kind, Long> counts = new TreeMap<>();
    while (unpacker.hasMore()) {
      counts.put(Kind.valueOf(unpacker.text()), unpacker.number());
    }
    return new Engagements(counts, lastAt);
  }

  @JsonValue
  byte[] pack() {
    Packer packer = new Packer();
    if (lastAt != null) {
      packer.time(lastAt);
      counts.forEach((kind, count) -> packer.text(kind.name()).number(count));
    }
    return packer.toBytes();
  }

  @Override
  public Engagements add(CustomerEvent event) {
    return event.payload() instanceof Engaged engaged
        ? new Engagements(
            SortedMaps.with(counts, engaged.kind(), count(engaged.kind()) + 1),
            Moments.later(lastAt, event.occurredAt()))
        : this;
  }

  @Override
  public Engagements merge(Engagements other) {
    return new Engagements(
        SortedMaps.merged(counts, other.counts, Long::sum), Moments.later(lastAt, other.lastAt));
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
}
