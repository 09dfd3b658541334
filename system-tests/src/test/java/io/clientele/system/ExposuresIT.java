package io.clientele.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.contract.RecommendationExposure;
import io.clientele.contract.RecommendationExposure.Item;
import io.clientele.local.platform.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What recommendation-service tells beside its lists: whom they were made for, and by what. */
@OnPlatform
class ExposuresIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String run = UUID.randomUUID().toString().substring(0, 8);

  @Test
  void listForACustomerIsAnExposureAndOneForNobodyIsNot(RunningPlatform platform) {
    Shop shop = new Shop(platform);
    String customer = "exposed-" + run;
    shop.postUntilTaken(List.of(Events.view("other-" + run, "mug-" + run, "s-" + run, run)));

    shop.post(
        Service.RECOMMENDATION,
        "/v1/sessions/recommendations",
        Map.of("items", List.of("mug-" + run), "sessionId", "nobody-" + run));
    JsonNode list =
        shop.get(
                Service.RECOMMENDATION,
                "/v1/customers/" + customer + "/recommendations?limit=5&placement=basket")
            .body();

    TopicReader topics = new TopicReader(platform.kafka());
    await().atMost(PATIENCE).until(() -> !topics.exposuresOf(customer).isEmpty());
    RecommendationExposure exposure = topics.exposuresOf(customer).get(0);
    assertThat(exposure.placement()).isEqualTo("basket");
    assertThat(exposure.model()).isEqualTo(list.at("/model").asText());
    assertThat(exposure.items().stream().map(Item::id))
        .containsExactlyElementsOf(list.at("/items").findValuesAsText("id"));
    assertThat(topics.exposuresOf("nobody-" + run)).isEmpty();
  }

  @Test
  void onlyInstanceIsElectedToFitTheRanker(RunningPlatform platform) {
    Shop shop = new Shop(platform);

    await()
        .atMost(PATIENCE)
        .until(
            () -> shop.get(Service.RECOMMENDATION, "/v1/ranker").body().at("/elected").asBoolean());
  }
}
