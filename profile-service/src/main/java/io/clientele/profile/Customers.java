package io.clientele.profile;

import io.clientele.profile.timeline.FoundLines;
import io.clientele.profile.timeline.TimelinePage;
import java.util.Optional;

/** Where this instance's customers are looked up. */
public interface Customers {

  /** What this instance knows of a customer id; empty where nothing. */
  Optional<Customer> find(String customerId);

  /** A page of a customer's timeline, newest first. */
  FoundLines timeline(Customer customer, TimelinePage page);
}
