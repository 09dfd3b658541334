package io.clientele.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerMerge;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers that have more orders than the bound allows, since it was lowered. */
final class LoweredBoundTest {

  private final Network network = new Network(new Limits(300, 20_000, 1_000));
  private final CustomerFold lowered = new CustomerFold(network.rows, new Limits(300, 2, 1_000));

  @BeforeEach
  void start() {
    order("ada");
    order("bob");
    network.send(new CustomerMerge("ada", "bob", List.of()));
    network.settle(new Random(7));
  }

  @Test
  void whatAddsNoOrderIsTaken() {
    assertThat(lowered.after(Events.event("bob", "view", Events.NOON, Events.view("garden"))))
        .isInstanceOf(Step.Taken.class);
  }

  @Test
  void oneMoreOrderIsRefused() {
    assertThat(lowered.after(Events.event("bob", "more", Events.NOON, Events.order("more", "1"))))
        .isInstanceOfSatisfying(
            Step.Refused.class, no -> assertThat(no.reason()).isEqualTo("too-many-orders"));
  }

  @Test
  void splitThatShrinksItIsTaken() {
    Step.Taken split = (Step.Taken) lowered.after("ada", new CustomerMerge("ada", "ada", null));

    assertThat(lowered.after("bob", split.moves().get(0).move()))
        .isInstanceOfSatisfying(
            Step.Taken.class, taken -> assertThat(taken.after().orders()).isEqualTo(3));
  }

  private void order(String customerId) {
    for (int order = 0; order < 3; order++) {
      String id = customerId + "-" + order;
      network.send(Events.event(customerId, id, Events.NOON, Events.order(id, "10")));
    }
  }
}
