package io.clientele.profile.rest;

import io.clientele.profile.Customer;
import io.clientele.profile.Customers;
import io.clientele.runtime.http.Lookup;
import java.util.Optional;
import java.util.function.Function;

/** Looks a customer up as all paths here do: merged ids lead on, ids without events are unknown. */
final class FoundCustomer {

  private FoundCustomer() {}

  static <T> Lookup<T> in(Customers customers, String id, Function<Customer, T> answer) {
    Optional<Customer> found = customers.find(id);
    if (found.map(Customer::next).isPresent()) {
      return new Lookup.Moved<>(found.get().next());
    }
    return found
        .filter(customer -> customer.whole().seen())
        .<Lookup<T>>map(customer -> new Lookup.Found<>(answer.apply(customer)))
        .orElseGet(Lookup.Absent::new);
  }
}
