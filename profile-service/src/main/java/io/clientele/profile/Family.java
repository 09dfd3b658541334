package io.clientele.profile;

import io.clientele.contract.CustomerEvent;

/**
 * One family of a profile's fields: a fold over events in any order, and the sum of two such folds
 * over different events. Immutable; {@code add} returns this where the event says nothing new.
 *
 * @param <F> the family itself
 */
interface Family<F extends Family<F>> {

  /** With one more event, which it has not seen before. */
  F add(CustomerEvent event);

  /** The same as one fold over both sides' events. */
  F merge(F other);
}
