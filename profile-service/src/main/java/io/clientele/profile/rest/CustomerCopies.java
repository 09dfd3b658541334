package io.clientele.profile.rest;

import io.clientele.profile.Customers;
import io.clientele.runtime.http.Copy;

/** The customers as each copy of the state at this instance has them. */
@FunctionalInterface
public interface CustomerCopies {

  /** Those of one copy; that it is not here shows at the first look-up. */
  Customers in(Copy copy);
}
