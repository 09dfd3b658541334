package io.clientele.profile;

import io.clientele.contract.CustomerEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The direct identifiers that events carried, such as an email address. */
record PersonalValues(NewestValues values) implements Family<PersonalValues> {

  static final PersonalValues ZERO = new PersonalValues(null);

  /** Words that belong to the one event they came with and say nothing of who the customer is. */
  private static final Set<String> FREE_TEXT =
      Set.of("query", "reviewBody", "comment", "message", "text", "subject");

  PersonalValues {
    values = values == null ? NewestValues.NONE : values;
  }

  @Override
  public PersonalValues add(CustomerEvent event) {
    Map<String, Object> identifiers = new LinkedHashMap<>(event.personal());
    identifiers.keySet().removeAll(FREE_TEXT);
    return identifiers.isEmpty() ? this : new PersonalValues(values.with(identifiers, event));
  }

  @Override
  public PersonalValues merge(PersonalValues other) {
    return new PersonalValues(values.merge(other.values));
  }
}
