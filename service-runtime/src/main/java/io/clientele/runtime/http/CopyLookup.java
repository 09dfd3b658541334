package io.clientele.runtime.http;

import org.apache.kafka.streams.errors.InvalidStateStoreException;

/**
 * What a copy of the state at this instance knows of a customer id.
 *
 * @param <T> the answer's body
 */
@FunctionalInterface
public interface CopyLookup<T> {

  /**
   * Looks an id up in one copy and no other.
   *
   * @throws InvalidStateStoreException if this instance has no such copy, or cannot read it now
   */
  Lookup<T> find(String customerId, Copy copy);
}
