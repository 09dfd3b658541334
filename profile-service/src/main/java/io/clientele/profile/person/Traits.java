package io.clientele.profile.person;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerProfile.Trait;
import io.clientele.contract.Payload;
import io.clientele.profile.fold.Family;
import java.time.Instant;
import java.util.SortedMap;

/** What the shop said of the customer: the newest value of each of the newest names. */
public record Traits(NewestValues values) implements Family<Traits, SortedMap<String, Trait>> {

  public static final Traits ZERO = new Traits(null);

  public Traits {
    values = values == null ? NewestValues.NONE : values;
  }

  @Override
  public Traits add(CustomerEvent event) {
    return event.payload() instanceof Payload.TraitsChanged changed && !changed.traits().isEmpty()
        ? new Traits(values.with(changed.traits(), event))
        : this;
  }

  @Override
  public Traits merge(Traits other) {
    return new Traits(values.merge(other.values));
  }

  @Override
  public SortedMap<String, Trait> at(Instant time) {
    return values.traits();
  }
}
