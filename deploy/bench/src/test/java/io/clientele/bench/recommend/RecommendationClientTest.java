package io.clientele.bench.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class RecommendationClientTest {

  private static final String METRICS =
      """
      # HELP clientele_recommendation_sessions
      # TYPE clientele_recommendation_sessions gauge
      clientele_recommendation_sessions_refused 7.0
      clientele_recommendation_sessions 12345.0
      jvm_memory_used_bytes{area="heap",id="G1 Eden Space"} 1.5E7
      """;

  @Test
  void metricsAreFoundByTheirWholeName() {
    assertThat(RecommendationClient.metric("clientele_recommendation_sessions", METRICS))
        .isEqualTo(12_345);
    assertThat(RecommendationClient.metric("jvm_memory_used_bytes", METRICS)).isEqualTo(1.5e7);
  }

  @Test
  void missingMetricIsNamed() {
    assertThatThrownBy(() -> RecommendationClient.metric("clientele_lag", METRICS))
        .hasMessageContaining("clientele_lag");
  }
}
