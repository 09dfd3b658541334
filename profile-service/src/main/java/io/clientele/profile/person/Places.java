package io.clientele.profile.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.EventContext;
import io.clientele.contract.profile.Geography;
import io.clientele.contract.profile.Place;
import io.clientele.profile.fold.Family;
import io.clientele.profile.fold.Packer;
import io.clientele.profile.fold.Stamp;
import io.clientele.profile.fold.Unpacker;
import java.time.Instant;

/**
 * Where the customer is, by the events that name a country. Counts of 100 places are its bound.
 *
 * @param counts exact while no more places are named
 * @param last the place of the newest of the events, or null
 * @param lastStamp of that event, or null
 */
public record Places(PlaceCounts counts, Place last, Stamp lastStamp)
    implements Family<Places, Geography> {

  public static final Places ZERO = new Places(null, null, null);

  public Places {
    counts = counts == null ? PlaceCounts.NONE : counts;
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Places unpack(byte[] packed) {
    Unpacker unpacker = new Unpacker(packed);
    if (!unpacker.hasMore()) {
      return ZERO;
    }
    Stamp lastStamp = Stamp.unpack(unpacker);
    Place last = PlaceCounts.place(unpacker);
    return new Places(PlaceCounts.unpack(unpacker), last, lastStamp);
  }

  @JsonValue
  byte[] pack() {
    Packer packer = new Packer();
    if (last != null) {
      lastStamp.pack(packer);
      PlaceCounts.pack(last, packer);
      counts.pack(packer);
    }
    return packer.toBytes();
  }

  @Override
  public Places add(CustomerEvent event) {
    EventContext context = event.context();
    String country = Names.kept(context.country());
    if (country == null) {
      return this;
    }
    Place place = new Place(country, Names.kept(context.region()), Names.kept(context.city()));
    return merge(new Places(PlaceCounts.one(place), place, Stamp.of(event)));
  }

  @Override
  public Places merge(Places other) {
    if (last == null || other.last == null) {
      return last == null ? other : this;
    }
    Places newer = lastStamp.compareTo(other.lastStamp) < 0 ? other : this;
    return new Places(counts.merge(other.counts), newer.last, newer.lastStamp);
  }

  @Override
  public Geography at(Instant time) {
    if (last == null) {
      return Geography.UNKNOWN;
    }
    Place usual = counts.usual();
    return new Geography(last, lastStamp.at(), usual, counts.share(usual));
  }
}
