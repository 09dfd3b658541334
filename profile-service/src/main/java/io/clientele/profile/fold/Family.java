package io.clientele.profile.fold;

import io.clientele.contract.CustomerEvent;
import java.time.Instant;

/**
 * One family of a profile's fields: a fold over events in any order, and the sum of two such folds
 * over different events. Immutable; every implementation has a {@code ZERO}, the fold of nothing.
 *
 * @param <F> the family itself
 * @param <V> what the profile shows of it
 */
public interface Family<F extends Family<F, V>, V> {

  /** With one more event, which it has not seen before; this where nothing changes. */
  F add(CustomerEvent event);

  /** The same as one fold over both sides' events, which are different ones. */
  F merge(F other);

  /**
   * What the profile shows.
   *
   * @param time never before the newest {@code receivedAt} that was added
   */
  V at(Instant time);
}
