package io.clientele.lifecycle;

import io.clientele.contract.CustomerIds;
import io.clientele.contract.LifecycleState;
import io.clientele.contract.PurchaseHistory;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many customers are in which state.
 *
 * @param known customers who are not anonymous; what the states add up to
 * @param anonymous shoppers without a name, in no state here
 * @param states every state, also those without customers
 */
public record LifecycleCounts(long known, long anonymous, Map<LifecycleState, Long> states) {

  public LifecycleCounts {
    EnumMap<LifecycleState, Long> all = new EnumMap<>(LifecycleState.class);
    for (LifecycleState state : LifecycleState.values()) {
      all.put(state, states.getOrDefault(state, 0L));
    }
    states = Collections.unmodifiableMap(all);
  }

  /** Counts the customers seen by a moment, as they stood then. */
  public static LifecycleCounts at(Instant moment, Customers customers, LifecyclePolicy policy) {
    Count count = new Count();
    customers.forEach(
        entry -> {
          if (entry.record() instanceof PurchaseHistory history
              && !history.firstSeenAt().isAfter(moment)) {
            count.add(history, moment, policy);
          }
        });
    return new LifecycleCounts(count.known, count.anonymous, count.states);
  }

  /** Both together. */
  public LifecycleCounts plus(LifecycleCounts other) {
    EnumMap<LifecycleState, Long> sums = new EnumMap<>(states);
    other.states.forEach((state, customers) -> sums.merge(state, customers, Long::sum));
    return new LifecycleCounts(known + other.known, anonymous + other.anonymous, sums);
  }

  private static final class Count {
    private final EnumMap<LifecycleState, Long> states = new EnumMap<>(LifecycleState.class);
    private long known;
    private long anonymous;

    void add(PurchaseHistory history, Instant moment, LifecyclePolicy policy) {
      if (CustomerIds.isAnonymous(history.customerId())) {
        anonymous++;
        return;
      }
      known++;
      LifecycleHistory.stateAt(moment, history, policy)
          .ifPresent(state -> states.merge(state, 1L, Long::sum));
    }
  }
}
