package io.clientele.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.local.platform.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Measures and prints how long an event takes to show; asserts only that it does show. */
@OnPlatform
@Isolated("it measures, and so wants the machine for itself")
class FreshnessIT {

  private static final int WARM_UP = 25;
  private static final int ROUNDS = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String run = UUID.randomUUID().toString().substring(0, 8);

  @Test
  void everyEventShowsInProfileScoresLifecycleAndRecommendations(RunningPlatform platform) {
    Shop shop = new Shop(platform);
    Map<String, List<Long>> millis = new LinkedHashMap<>();
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      Map<String, Long> shown = showTimes(shop, round);
      if (round >= WARM_UP) {
        shown.forEach(
            (where, time) -> millis.computeIfAbsent(where, w -> new ArrayList<>()).add(time));
      }
    }

    millis.forEach((where, times) -> System.out.println(report(where, times)));
    assertThat(millis.values()).allSatisfy(times -> assertThat(times).hasSize(ROUNDS));
  }

  /** Posts an order and two views at once and waits until each reader shows them. */
  private Map<String, Long> showTimes(Shop shop, int round) {
    String customer = "fresh-" + round + "-" + run;
    String seen = "seen-" + round + "-" + run;
    String beside = "beside-" + round + "-" + run;
    long start = System.nanoTime();
    shop.postUntilTaken(
        List.of(
            Events.view(customer, seen, "s-" + customer, "v1-" + customer),
            Events.view(customer, beside, "s-" + customer, "v2-" + customer),
            Events.order(customer, "o-" + customer, "5", Instant.now())));
    Map<String, Callable<Boolean>> readers = new LinkedHashMap<>();
    readers.put(
        "profile", () -> shop.profile(customer).body().at("/purchases/orders").asInt() == 1);
    readers.put("recommendation", () -> recommends(shop, seen, beside));
    readers.put("scores", () -> shop.scores(customer).body().at("/rfm/recency").asInt() > 0);
    readers.put(
        "lifecycle", () -> shop.lifecycle(customer).body().at("/state").asText().equals("NEW"));
    Map<String, Long> shown = new LinkedHashMap<>();
    await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .until(
            () -> {
              for (Map.Entry<String, Callable<Boolean>> reader : readers.entrySet()) {
                if (!shown.containsKey(reader.getKey()) && reader.getValue().call()) {
                  shown.put(
                      reader.getKey(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
                }
              }
              return shown.size() == readers.size();
            });
    return shown;
  }

  private static boolean recommends(Shop shop, String seen, String beside) {
    JsonNode answer =
        shop.post(
                Service.RECOMMENDATION,
                "/v1/sessions/recommendations",
                Map.of("items", List.of(seen), "limit", 5))
            .body();
    return answer.at("/items").findValuesAsText("id").contains(beside);
  }

  private static String report(String where, List<Long> times) {
    long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
    return "event posted -> shown in %-14s p50 %4d ms, p99 %4d ms, max %4d ms (%d rounds)"
        .formatted(
            where,
            sorted[sorted.length / 2],
            sorted[(int) Math.ceil(sorted.length * 0.99) - 1],
            Arrays.stream(sorted).max().orElseThrow(),
            sorted.length);
  }
}
