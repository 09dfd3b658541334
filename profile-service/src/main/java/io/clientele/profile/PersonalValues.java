package io.clientele.profile;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;

/**
 * The direct identifiers that the shop gave for the customer, such as an email address. Only a
 * change of traits says who the customer is; the personal words of any other event, such as a
 * video's name or a ticket's description, belong to that event alone.
 */
record PersonalValues(NewestValues values) implements Family<PersonalValues> {

  static final PersonalValues ZERO = new PersonalValues(null);

  PersonalValues {
    values = values == null ? NewestValues.NONE : values;
  }

  @Override
  public PersonalValues add(CustomerEvent event) {
    return event.payload() instanceof Payload.TraitsChanged && !event.personal().isEmpty()
        ? new PersonalValues(values.with(event.personal(), event))
        : this;
  }

  @Override
  public PersonalValues merge(PersonalValues other) {
    return new PersonalValues(values.merge(other.values));
  }
}
