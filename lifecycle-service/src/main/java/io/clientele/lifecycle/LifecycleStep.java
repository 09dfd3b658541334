package io.clientele.lifecycle;

import io.clientele.contract.LifecycleAlert;
import io.clientele.contract.LifecycleTransition;
import java.util.List;

/**
 * What follows from a record or a timer.
 *
 * @param entry to keep from now on, or null to forget the customer
 * @param transitions to tell, in order
 * @param alerts to raise or to withdraw, in order
 */
public record LifecycleStep(
    LifecycleEntry entry, List<LifecycleTransition> transitions, List<LifecycleAlert> alerts) {

  public LifecycleStep {
    transitions = List.copyOf(transitions);
    alerts = List.copyOf(alerts);
  }
}
