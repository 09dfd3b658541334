package io.clientele.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.local.load.Call;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShopTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final Assortment assortment = new Assortment();

  @TempDir private Path directory;

  @Test
  void historyIsTheSameWheneverItIsToldAndEndsBeforeLifeBegins() throws Exception {
    Path file = directory.resolve("shop.json");
    List<Call> first = History.of(ShopDiary.in(file, 1, NOW), assortment, "USD");

    List<Call> later = History.of(ShopDiary.in(file, 2, NOW.plusSeconds(3_600)), assortment, "USD");

    assertThat(later).isEqualTo(first);
    assertThat(first).hasSizeGreaterThan(1_000);
    assertThat(first).allMatch(call -> !call.time().isAfter(NOW));
    assertThat(first).extracting(call -> messageId(call)).doesNotHaveDuplicates();
    assertThat(first).extracting(Call::time).isSorted();
  }

  @Test
  void historyHoldsEveryKindOfBehaviourAndBothKindsOfShoppers() {
    List<Call> calls =
        History.of(new ShopDiary(1, NOW.minus(History.LENGTH), NOW, false), assortment, "USD");

    assertThat(calls)
        .extracting(call -> call.body().path("event").asText())
        .contains(
            "Product Viewed",
            "Product Added",
            "Order Completed",
            "Order Refunded",
            "Product Reviewed",
            "Survey Answered");
    assertThat(calls).anyMatch(call -> !call.body().has("userId"));
    assertThat(calls).anyMatch(call -> call.body().path("type").asText().equals("identify"));
  }

  @Test
  void liveShopNeverRepeatsACallAndSellsNow() {
    LiveShop shop = new LiveShop(1, "run", new Visit.Setting(assortment, "USD", new Random(3)));

    List<Call> calls = IntStream.range(0, 2_000).mapToObj(index -> shop.next(NOW)).toList();

    assertThat(calls).extracting(call -> messageId(call)).doesNotHaveDuplicates();
    assertThat(calls).allMatch(call -> call.time().equals(NOW));
    assertThat(calls)
        .filteredOn(call -> call.body().path("event").asText().equals("Order Completed"))
        .hasSizeBetween(50, 400);
  }

  private static String messageId(Call call) {
    return call.body().path("messageId").asText();
  }
}
