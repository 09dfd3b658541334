package io.clientele.scoring.rfm;

import static io.clientele.scoring.Histories.day;
import static io.clientele.scoring.Histories.history;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.HistoryRecord;
import io.clientele.contract.MergedInto;
import io.clientele.contract.PurchaseHistory;
import io.clientele.contract.PurchaseHistory.Day;
import io.clientele.scoring.Histories;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LiveBasesTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final LiveBases bases = new LiveBases();
  private final PartitionBase base = bases.create();

  /** One replacement of a customer's history, {@code hours} after the last. */
  record Step(int customer, HistoryRecord after, int hours) {}

  @Test
  void customerCountsOnceHoweverOftenTheHistoryChanges() {
    bases.register(0, base);
    PurchaseHistory once = history("ada", day("2026-02-01", 1, "10"));
    PurchaseHistory twice = history("ada", day("2026-02-01", 1, "10"), day("2026-03-01", 1, "5"));

    base.replace("ada", null, once, NOON);
    base.replace("ada", once, twice, NOON);

    assertThat(bases.share(NOON).base().byOrders()).containsOnly(Map.entry(2L, 1L));
  }

  @Test
  void shopperWithoutANameIsNoneOfTheBase() {
    bases.register(0, base);

    base.replace(
        "anonymous:device", null, history("anonymous:device", day("2026-02-01", 1, "10")), NOON);

    assertThat(bases.share(NOON).base()).isEqualTo(RfmBase.ZERO);
  }

  @Test
  void mergedCustomerCountsForNothing() {
    bases.register(0, base);
    PurchaseHistory history = history("ada", day("2026-02-01", 1, "10"));
    base.replace("ada", null, history, NOON);

    base.replace("ada", history, new MergedInto("ada", "bo"), NOON);

    assertThat(bases.share(NOON).base()).isEqualTo(RfmBase.ZERO);
  }

  @Test
  void purchaseThatLiesAheadCountsOnceItHasComeToPass() {
    bases.register(0, base);
    base.replace("ada", null, history("ada", day("2026-03-02", 1, "10")), NOON);
    long version = bases.version();

    assertThat(bases.share(NOON).base().customers()).isZero();
    assertThat(bases.isCurrent(version)).isFalse();
    assertThat(bases.share(NOON.plus(Duration.ofDays(1))).base().customers()).isEqualTo(1);
    assertThat(bases.isCurrent(version)).isTrue();
  }

  @Test
  void partitionCountsFromRegistrationToDeregistration() {
    base.replace("ada", null, history("ada", day("2026-02-01", 1, "10")), NOON);
    assertThat(bases.share(NOON).partitions()).isEmpty();

    bases.register(4, base);
    assertThat(bases.share(NOON).partitions()).containsExactly(4);

    bases.deregister(4, base);
    assertThat(bases.share(NOON)).isEqualTo(new LiveBases().share(NOON));
  }

  @Test
  void laterBaseOfAPartitionOutlivesTheEarlierOne() {
    bases.register(4, base);
    bases.register(4, bases.create());

    bases.deregister(4, base);

    assertThat(bases.partitions()).containsExactly(4);
  }

  @Property(tries = 300)
  void baseIsWhatAllHistoriesSayNow(@ForAll("steps") List<Step> steps) {
    LiveBases live = new LiveBases();
    PartitionBase kept = live.create();
    live.register(0, kept);
    Map<String, HistoryRecord> store = new HashMap<>();
    Instant now = NOON;
    for (Step step : steps) {
      now = now.plus(Duration.ofHours(step.hours()));
      String id = "c" + step.customer();
      kept.replace(id, store.get(id), step.after(), now);
      store.put(id, step.after());
      assertThat(live.share(now).base()).isEqualTo(recomputed(store, now));
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Day> days =
        Combinators.combine(
                Arbitraries.integers().between(-200, 200),
                Arbitraries.integers().between(0, 3),
                Arbitraries.integers().between(-50, 500))
            .as(
                (hours, orders, money) -> {
                  Instant at = NOON.plus(Duration.ofHours(hours));
                  return new Day(at, at, orders, BigDecimal.valueOf(money, 1));
                });
    Arbitrary<HistoryRecord> histories =
        days.array(Day[].class).ofMaxSize(4).map(all -> Histories.history("c", all));
    Arbitrary<HistoryRecord> records =
        Arbitraries.oneOf(
            histories,
            histories,
            Arbitraries.of(new MergedInto("c", "other")).map(merged -> merged));
    return Combinators.combine(
            Arbitraries.integers().between(0, 3),
            records.injectNull(0.1),
            Arbitraries.integers().between(0, 30))
        .as(Step::new)
        .list()
        .ofMaxSize(20);
  }

  private static RfmBase recomputed(Map<String, HistoryRecord> store, Instant now) {
    RfmTally tally = new RfmTally();
    for (HistoryRecord record : store.values()) {
      if (record instanceof PurchaseHistory history) {
        RfmFacts.asOf(history, now).ifPresent(tally::add);
      }
    }
    return tally.total();
  }
}
