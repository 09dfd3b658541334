package io.clientele.recommendation.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.RecommendationExposure;
import io.clientele.contract.RecommendationExposure.Item;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExposuresTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final List<Suggestion> LIST =
      List.of(
          new Suggestion(
              "mug", .5, new Reason(Reason.Kind.SESSION, "cup", "Cup", null, Optional.of(3L))),
          new Suggestion("pot", .2, Reason.trending(7)));

  private final List<RecommendationExposure> told = new ArrayList<>();
  private final Exposures exposures =
      new Exposures(told::add, "salt", InstantSource.fixed(NOON), () -> "x-1");

  @Test
  void listIsToldWithItsPlacesAndReasons() {
    exposures.note(new Exposures.Place("ada", "s-1", "basket"), new Suggestions(LIST, "blend@1"));

    assertThat(told)
        .containsExactly(
            new RecommendationExposure(
                "x-1",
                "ada",
                NOON,
                "s-1",
                "basket",
                "blend@1",
                Bucket.of("salt", "ada"),
                List.of(new Item("mug", 1, "session"), new Item("pot", 2, "trending"))));
  }

  @Test
  void emptyListIsToldToo() {
    exposures.note(new Exposures.Place("ada", null, null), new Suggestions(List.of(), "blend@1"));

    assertThat(told).singleElement().matches(exposure -> exposure.items().isEmpty());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void listForNobodyIsNotTold(String customer) {
    exposures.note(new Exposures.Place(customer, "s-1", null), new Suggestions(LIST, "blend@1"));

    assertThat(told).isEmpty();
  }

  /** By hand: {@code printf salt:ada | sha256sum}. */
  @Test
  void bucketIsThatOfTheDescribedHash() {
    assertThat(Bucket.of("salt", "ada")).isEqualTo(1281);
  }

  @Test
  void customersAreDealtOutEvenlyAndAnewByAnotherSalt() {
    Set<Integer> buckets = new HashSet<>();
    int same = 0;
    for (int customer = 0; customer < 10_000; customer++) {
      int bucket = Bucket.of("salt", "c" + customer);
      buckets.add(bucket);
      same += bucket == Bucket.of("pepper", "c" + customer) ? 1 : 0;
    }

    assertThat(buckets).hasSizeBetween(6_100, 6_550); // 10,000·(1 − 1/e) of them, ±4.6 deviations
    assertThat(same).isLessThan(10);
  }

  @Property
  void bucketIsInRange(@ForAll String salt, @ForAll String customer) {
    assertThat(Bucket.of(salt, customer)).isBetween(0, 9_999);
  }
}
