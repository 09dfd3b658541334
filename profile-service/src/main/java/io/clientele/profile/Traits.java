package io.clientele.profile;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;

/** What the shop said of the customer. */
record Traits(NewestValues values) implements Family<Traits> {

  static final Traits ZERO = new Traits(null);

  Traits {
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
}
