package io.clientele.scoring.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerScores;
import io.clientele.contract.RecordFormat;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RfmPropertiesTest {

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  @Property
  void basesMergeInAnyOrderAndGrouping(
      @ForAll("customers") List<RfmFacts> a,
      @ForAll("customers") List<RfmFacts> b,
      @ForAll("customers") List<RfmFacts> c) {
    RfmBase left = both(both(base(a), base(b)), base(c));

    assertThat(left).isEqualTo(both(base(a), both(base(b), base(c))));
    assertThat(left).isEqualTo(both(both(base(c), base(a)), base(b)));
    assertThat(both(left, RfmBase.ZERO)).isEqualTo(left);
    assertThat(left.customers()).isEqualTo(a.size() + b.size() + c.size());
  }

  @Property
  void countingOutUndoesCountingIn(
      @ForAll("customers") List<RfmFacts> staying, @ForAll("customers") List<RfmFacts> leaving) {
    RfmTally tally = new RfmTally();
    leaving.forEach(tally::add);
    staying.forEach(tally::add);
    leaving.forEach(tally::remove);

    assertThat(tally.total()).isEqualTo(base(staying));
  }

  @Property
  void scoresAreThoseOfTheDefinition(@ForAll("customers") List<RfmFacts> customers) {
    RfmThresholds thresholds = new RfmThresholds(base(customers));

    for (RfmFacts one : customers) {
      CustomerScores.Rfm scores = thresholds.score(one);
      assertThat(scores.recency())
          .isEqualTo(byDefinition(customers, other -> other.lastDay() < one.lastDay()));
      assertThat(scores.frequency())
          .isEqualTo(byDefinition(customers, other -> other.orders() < one.orders()));
      assertThat(scores.monetary())
          .isEqualTo(
              byDefinition(customers, other -> other.netRevenue().compareTo(one.netRevenue()) < 0));
    }
  }

  @Property(tries = 100)
  void shareReadsBackAsItWasWritten(@ForAll("customers") List<RfmFacts> customers) {
    RecordFormat<BaseShare> format = RecordFormat.of(BaseShare.class);
    RfmTally tally = new RfmTally();
    customers.forEach(tally::add);
    BaseShare share = new BaseShare(new TreeSet<>(List.of(3, 1)), tally.total());

    assertThat(format.read(format.write(share))).isEqualTo(share);
  }

  @Provide
  Arbitrary<List<RfmFacts>> customers() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 24 * 20),
            Arbitraries.integers().between(1, 12),
            Arbitraries.bigDecimals()
                .between(new BigDecimal("-20"), new BigDecimal("1000"))
                .ofScale(2))
        .as(
            (hour, orders, money) ->
                new RfmFacts(START.plus(Duration.ofHours(hour)), orders, money))
        .list()
        .ofMaxSize(40);
  }

  private static int byDefinition(List<RfmFacts> customers, Predicate<RfmFacts> worse) {
    long strictlyWorse = customers.stream().filter(worse).count();
    return (int) Math.min(5, 1 + 5 * strictlyWorse / customers.size());
  }

  private static RfmBase both(RfmBase one, RfmBase other) {
    return RfmBase.sum(List.of(one, other));
  }

  private static RfmBase base(List<RfmFacts> customers) {
    RfmTally tally = new RfmTally();
    customers.forEach(tally::add);
    return tally.total();
  }
}
