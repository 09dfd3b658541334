package io.clientele.profile.person;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerProfile.Trait;
import io.clientele.contract.Payload;
import io.clientele.profile.fold.Family;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * The direct identifiers that the shop gave for the customer, such as an email address: the newest
 * value of each of the newest names. Only a change of traits says who the customer is; the personal
 * words of any other event, such as a video's name or a ticket's description, belong to that event
 * alone.
 */
public record PersonalValues(NewestValues values)
    implements Family<PersonalValues, SortedMap<String, Trait>> {

  public static final PersonalValues ZERO = new PersonalValues(null);

  public PersonalValues {
    values = values == null ? NewestValues.NONE : values;
  }

  @Override
  public PersonalValues add(CustomerEvent event) {
    if (!(event.payload() instanceof Payload.TraitsChanged) || event.personal().isEmpty()) {
      return this;
    }
    Map<String, Object> said = new LinkedHashMap<>(event.personal());
    said.remove(CustomerEvent.PERSONAL_CHANGES); // of the event, not of the customer
    return new PersonalValues(values.with(said, event));
  }

  @Override
  public PersonalValues merge(PersonalValues other) {
    return new PersonalValues(values.merge(other.values));
  }

  @Override
  public SortedMap<String, Trait> at(Instant time) {
    return values.traits();
  }
}
