package io.clientele.lifecycle.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientele.contract.LifecycleState;
import io.clientele.contract.PurchaseHistory;
import io.clientele.lifecycle.LifecycleHistory;
import io.clientele.lifecycle.LifecyclePolicy;
import io.clientele.lifecycle.Move;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One customer's lifecycle at a moment.
 *
 * @param customerId the canonical id
 * @param asOf the moment asked for
 * @param state where the customer stood then
 * @param since when the customer came to stand there
 * @param next the move that time alone will bring, or null
 * @param buysWithinHorizon the probability behind the state, 0 to 1, or null without a purchase
 * @param basis what the model's parameters rest on
 * @param because the facts behind the state, for people
 */
record LifecycleAnswer(
    String customerId,
    Instant asOf,
    LifecycleState state,
    Instant since,
    @JsonInclude(JsonInclude.Include.ALWAYS) Next next,
    @JsonInclude(JsonInclude.Include.ALWAYS) Double buysWithinHorizon,
    String basis,
    List<String> because) {

  /**
   * A move to come.
   *
   * @param state where it leads
   * @param at when it comes unless the customer buys
   */
  record Next(LifecycleState state, Instant at) {}

  /** The answer, or empty before first sight. */
  static Optional<LifecycleAnswer> of(
      PurchaseHistory history, Instant asOf, LifecyclePolicy policy) {
    LifecycleHistory lifecycle = LifecycleHistory.asOf(asOf, history, policy);
    Optional<Double> probability =
        lifecycle.life().map(life -> policy.buysWithinHorizon(life, asOf));
    return lifecycle
        .at(asOf)
        .map(
            standing ->
                new LifecycleAnswer(
                    history.customerId(),
                    asOf,
                    standing.state(),
                    standing.at(),
                    lifecycle
                        .next(asOf)
                        .map(move -> new Next(move.state(), move.at()))
                        .orElse(null),
                    probability.orElse(null),
                    "prior",
                    because(lifecycle, standing, asOf, policy)));
  }

  private static List<String> because(
      LifecycleHistory lifecycle, Move standing, Instant asOf, LifecyclePolicy policy) {
    if (lifecycle.life().isEmpty()) {
      return List.of("Has been seen and has not bought.");
    }
    List<String> reasons = new ArrayList<>();
    lifecycle
        .life()
        .ifPresent(
            life -> {
              reasons.add(
                  "%d purchase days since %s, the last one %d days before."
                      .formatted(
                          life.repeats() + 1,
                          life.start(),
                          Duration.between(life.last(), asOf).toDays()));
              reasons.add(
                  "Buys within %d days with probability %.3f; at risk below %s, churned below %s."
                      .formatted(
                          policy.horizon().toDays(),
                          policy.buysWithinHorizon(life, asOf),
                          policy.atRiskBelow(),
                          policy.churnedBelow()));
            });
    if (standing.state() == LifecycleState.WON_BACK) {
      reasons.add("Was churned before the last purchase.");
    }
    return reasons;
  }
}
