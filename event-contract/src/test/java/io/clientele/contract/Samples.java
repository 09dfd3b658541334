package io.clientele.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** One filled-in record of each kind, for the tests of how they are written. */
final class Samples {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = Instant.parse("2026-03-01T12:00:01.5Z");

  private Samples() {}

  static List<Record> all() {
    return List.of(
        customerEvent(),
        new RejectedEvent(
            "received-events-0@7",
            "ingest-service",
            "shop",
            "malformed-record",
            "/itemId",
            "itemId is missing",
            "received-events-0@7",
            "m-1",
            "ada",
            "{}",
            "{\"sentAt\":\"2026-03-01T12:00:00Z\"}",
            "utf-8",
            NOON,
            null),
        new IdentityLink("l-1", "ada", "ada@shop", "alias", "shop", NOON, false),
        new CustomerMerge(
            "ada@shop",
            "ada",
            List.of(new CustomerMerge.Link("l-1", "ada", "alias", "shop", NOON))),
        new CatalogItem(
            "mug",
            "Mug",
            "kitchen",
            "Potter",
            money("2.55"),
            "https://shop.example/mug",
            null,
            false,
            NOON),
        ProfileSample.profile(),
        purchaseHistory(),
        new MergedInto("ada@shop", "ada"),
        new CustomerScores(
            "ada",
            NOON,
            new CustomerScores.Rfm(
                5, 1, 3, "New", new CustomerScores.Facts(NOON, 1, new BigDecimal("7.65"), 12))),
        new LifecycleTransition(
            "ada", LifecycleState.NEW, LifecycleState.AT_RISK, NOON, "time", false),
        new LifecycleAlert(
            "ada-1",
            "ada",
            "valuable-customer-at-risk",
            LifecycleAlert.Severity.HIGH,
            LATER,
            NOON,
            "Has not bought for 62 days.",
            money("7.65"),
            false),
        rankerModel(),
        new RecommendationExposure(
            "x-1",
            "ada",
            NOON,
            "s-1",
            "basket",
            "ranker@7/trees",
            4711,
            List.of(new RecommendationExposure.Item("mug", 1, "session"))));
  }

  static RankerModel rankerModel() {
    return new RankerModel(
        7,
        LATER,
        new RankerModel.Data(NOON, LATER, 1200, 3400),
        List.of("SHARE_SR", "DISTANCE"),
        "trees",
        List.of(
            new RankerModel.Tree(
                new int[] {0, 1},
                new float[] {.1f, -.5f},
                new int[] {1, ~0},
                new int[] {~2, ~1},
                new float[] {.25f, -1.5e-7f, 3.4028235e38f})),
        new RankerModel.Linear(
            new float[] {.5f, 3}, new float[] {1, 2}, new float[][] {{.7f, -.2f}, {.6f, -.1f}}),
        Map.of("trees", new RankerModel.Quality(52.5, 31.25, 480)));
  }

  static CustomerEvent customerEvent() {
    return new CustomerEvent(
        "e-1",
        "ada",
        "ada",
        "device-1",
        NOON,
        LATER,
        "shop",
        Channel.WEB,
        "s-1",
        new EventContext(
            "spring",
            new Acquisition("organic-search", "google", "organic", "www.google.com"),
            "desktop",
            "Firefox",
            "Linux",
            false,
            "GB",
            "GB-LND",
            "London",
            "en-GB",
            "Europe/London",
            "203.0.113.0/24"),
        Map.of("email", "ada@example.org"),
        List.of(new Change("/context/locale", "en_gb", "en-GB", "language")),
        new Payload.OrderCompleted(
            "o-1",
            money("7.650"),
            new Money(new BigDecimal("6.50"), "EUR"),
            money("1.20"),
            null,
            List.of(
                new Product(
                    "mug",
                    "Mug",
                    "kitchen",
                    "Potter",
                    "blue",
                    new BigDecimal("2.55"),
                    new BigDecimal("3")))));
  }

  static PurchaseHistory purchaseHistory() {
    return new PurchaseHistory(
        "ada",
        NOON,
        "USD",
        List.of(new PurchaseHistory.Day(NOON, NOON, 1, new BigDecimal("7.65"))),
        List.of(LocalDate.parse("2026-03-01")),
        new PurchaseHistory.Cause(PurchaseHistory.Cause.Kind.ORDER, "e-1", LATER));
  }

  private static Money money(String amount) {
    return new Money(new BigDecimal(amount), "USD");
  }
}
