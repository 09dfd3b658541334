package io.clientele.ingest.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.runtime.http.Problem;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OperatorTokenTest {

  private final OperatorToken token = new OperatorToken(Optional.of("secret"));

  @Test
  void whoBringsTheTokenIsLetThrough() {
    assertThat(token.refusal("Bearer secret")).isEmpty();
    assertThat(token.refusal("bearer  secret ")).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer Secret", "secret", "Basic c2VjcmV0Og=="})
  void anybodyElseIsNot(String authorization) {
    assertThat(token.refusal(authorization)).map(Problem::status).contains(401);
  }

  @Test
  void withoutATokenNobodyIsAndTheAnswerSaysWhatToSet() {
    Optional<Problem> refusal = new OperatorToken(Optional.empty()).refusal("Bearer ");

    assertThat(refusal).map(Problem::status).contains(403);
    assertThat(refusal.orElseThrow().detail()).contains("clientele.ingest.operator-token");
  }

  @Test
  void blankTokenIsNoConfiguration() {
    assertThatThrownBy(() -> new OperatorToken(Optional.of(" "))).hasMessageContaining("token");
  }
}
