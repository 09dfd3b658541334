package io.clientele.lifecycle.rest;

import static io.clientele.lifecycle.Customer.at;
import static io.clientele.lifecycle.Policies.STATES;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.LifecycleState;
import io.clientele.contract.PurchaseHistory;
import io.clientele.contract.RecordFormat;
import io.clientele.lifecycle.Customer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifecycleAnswerTest {

  private static final PurchaseHistory ADA = Customer.bought("ada", List.of(0, 10));

  @Test
  void answerSaysWhereTheCustomerStandsWhatComesNextAndWhy() {
    LifecycleAnswer answer = LifecycleAnswer.of(ADA, at(20), STATES).orElseThrow();

    assertThat(answer.state()).isEqualTo(LifecycleState.ACTIVE);
    assertThat(answer.since()).isEqualTo(at(10));
    assertThat(answer.next().state()).isEqualTo(LifecycleState.AT_RISK);
    assertThat(answer.buysWithinHorizon()).isBetween(.25, 1.0);
    assertThat(answer.because()).first().asString().contains("2 purchase days", "10 days before");
  }

  @Test
  void whoHasNotBoughtHasNoProbabilityAndNothingToCome() {
    PurchaseHistory prospect = Customer.seen("bea", 0).history();

    LifecycleAnswer answer = LifecycleAnswer.of(prospect, at(20), STATES).orElseThrow();

    assertThat(json(answer)).contains("\"next\":null", "\"buysWithinHorizon\":null");
  }

  @Test
  void nobodyStandsAnywhereBeforeFirstSight() {
    assertThat(LifecycleAnswer.of(ADA, at(-1), STATES)).isEmpty();
  }

  private static String json(LifecycleAnswer answer) {
    byte[] bytes = RecordFormat.of(LifecycleAnswer.class).write(answer);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
