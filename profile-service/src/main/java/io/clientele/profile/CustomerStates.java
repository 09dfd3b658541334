package io.clientele.profile;

import java.util.Optional;

/** Where this instance's customers are looked up. */
public interface CustomerStates {

  /** What this instance knows of a customer id; empty where nothing. */
  Optional<CustomerState> find(String customerId);
}
