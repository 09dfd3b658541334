package io.clientele.profile.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.contract.Channel;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import io.clientele.contract.profile.Affinity;
import io.clientele.contract.profile.Preferences;
import io.clientele.profile.fold.BoughtLine;
import io.clientele.profile.fold.Deed;
import io.clientele.profile.fold.FamilyLaws;
import io.clientele.profile.fold.StateFormat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class AffinitiesTest extends FamilyLaws<Affinities, Preferences> {

  private static final int DAY = 24 * 60;
  private static final int HALF_LIFE = 30 * DAY;

  @Override
  protected Affinities zero() {
    return Affinities.ZERO;
  }

  /** Over ten years and often at the same moment. */
  @Override
  protected Arbitrary<List<CustomerEvent>> histories() {
    return Combinators.combine(
            Arbitraries.oneOf(
                Arbitraries.integers().between(0, 10),
                Arbitraries.integers().between(0, 3_650 * DAY)),
            Arbitraries.of(-DAY, 0, 5, 7 * DAY),
            Arbitraries.of(Channel.WEB, Channel.APP, Channel.STORE),
            payloads())
        .as((minute, late, channel, payload) -> Deed.of(minute, payload).late(late).by(channel))
        .list()
        .ofMaxSize(40)
        .map(Deed::events);
  }

  @Override
  protected void assertSame(Preferences actual, Preferences expected) {
    assertSame(actual.categories(), expected.categories());
    assertSame(actual.brands(), expected.brands());
    assertSame(actual.priceLevels(), expected.priceLevels());
    assertSame(actual.channels(), expected.channels());
  }

  private static void assertSame(List<Affinity> actual, List<Affinity> expected) {
    assertThat(actual)
        .extracting(Affinity::name)
        .isEqualTo(expected.stream().map(Affinity::name).toList());
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i).score()).isCloseTo(expected.get(i).score(), within(1e-9));
      assertThat(actual.get(i).share()).isCloseTo(expected.get(i).share(), within(1e-9));
    }
  }

  /** Orders are reported, replaced and taken back, each report once after the one before. */
  @Property(tries = 500)
  void whatOrdersHaveNowCountsHoweverOftenTheyChanged(
      @ForAll("reports") List<List<List<BoughtLine>>> orders, @ForAll Random random) {
    Affinities changed = Affinities.ZERO.add(Deed.of(0, view("kitchen")).event(0));
    Affinities expected = changed;
    List<Integer> turns = new ArrayList<>();
    for (int order = 0; order < orders.size(); order++) {
      for (int report = 0; report < orders.get(order).size(); report++) {
        turns.add(order);
      }
    }
    Collections.shuffle(turns, random);
    int[] seen = new int[orders.size()];
    for (int order : turns) {
      List<BoughtLine> before =
          seen[order] == 0 ? List.of() : orders.get(order).get(seen[order] - 1);
      changed = changed.change(before, orders.get(order).get(seen[order]++));
    }
    for (List<List<BoughtLine>> reports : orders) {
      expected = expected.change(List.of(), reports.get(reports.size() - 1));
    }

    assertSame(changed.at(Deed.at(HALF_LIFE)), expected.at(Deed.at(HALF_LIFE)));
  }

  @Test
  void contactsCountByTheirWeightAndHalveEveryThirtyDays() {
    Affinities affinities =
        fold(
                Deed.of(0, view("kitchen")),
                Deed.of(0, new Payload.ProductListViewed("l", "garden", List.of(), null, null)),
                Deed.of(0, cart(Payload.CartChanged.Change.ADDED, "garden", "kitchen")),
                Deed.of(0, cart(Payload.CartChanged.Change.REMOVED, "garden")),
                Deed.of(HALF_LIFE, view("garden")).by(Channel.APP))
            .change(List.of(), List.of(line(0, "books")));

    Preferences known = affinities.at(Deed.at(2 * HALF_LIFE));

    assertThat(known.categories())
        .containsExactly(
            new Affinity("books", 6 / 4.0, rounded(6 / 15.5)),
            new Affinity("garden", 3.5 / 4 + 1 / 2.0, rounded(5.5 / 15.5)),
            new Affinity("kitchen", 4 / 4.0, rounded(4 / 15.5)));
    assertThat(known.channels())
        .containsExactly(
            new Affinity("web", 4 / 4.0, rounded(4 / 6.0)),
            new Affinity("app", 1 / 2.0, rounded(2 / 6.0)));
  }

  @Test
  void brandsAndPriceLevelsAreThoseOfTheProducts() {
    Affinities affinities = Affinities.ZERO;
    String[] prices = {
      "0.01", "9.99", "10", "24.999", "25", "50", "100", "250", "1E+90", "0", "-1"
    };
    for (int i = 0; i < prices.length; i++) {
      Product product = new Product("p", null, null, "Acme", null, new BigDecimal(prices[i]), null);
      affinities = affinities.add(Deed.of(0, new Payload.ProductViewed(product)).event(i));
    }

    Preferences known = affinities.at(Deed.at(0));

    assertThat(known.brands()).extracting(Affinity::name).containsExactly("Acme");
    assertThat(known.brands().get(0).score()).isCloseTo(prices.length, within(1e-9));
    assertThat(known.priceLevels())
        .extracting(Affinity::name)
        .containsExactly("0-10", "10-25", "250+", "100-250", "25-50", "50-100");
    assertThat(known.categories()).isEmpty();
  }

  @Test
  void whatTheShopSaysOfTheCustomerIsNoPreference() {
    Payload traits = new Payload.TraitsChanged(Map.of("plan", "gold"));

    assertThat(Affinities.ZERO.add(Deed.of(0, traits).by(Channel.CRM).event(0)))
        .isSameAs(Affinities.ZERO);
  }

  @Test
  void datesOfOtherCenturiesNeitherOverflowNorDrownThePresent() {
    long years = 365L * DAY;
    Affinities affinities =
        fold(
            Deed.of(-126 * years, view("past")).late(126 * years),
            Deed.of(74 * years, view("future")).late(-74 * years),
            Deed.of(0, view("present")));

    assertThat(affinities.at(Deed.at(0)).categories())
        .containsExactly(
            new Affinity("future", 1, 0.5),
            new Affinity("present", 1, 0.5),
            new Affinity("past", 0, 0));
    assertThat(
            affinities
                .change(List.of(), List.of(line(170 * years, "books")))
                .at(Deed.at(0))
                .categories())
        .allSatisfy(affinity -> assertThat(affinity.score()).isBetween(0.0, 24.0));
    assertThat(affinities.at(Deed.at(170 * years)).categories()).isEmpty();
  }

  @Test
  void orderThatIsTakenBackLeavesNothing() {
    List<BoughtLine> lines = List.of(line(0, "books"), line(0, "books"), line(0, null));

    Affinities ordered = Affinities.ZERO.change(List.of(), lines);

    assertThat(ordered.at(Deed.at(0)).categories()).containsExactly(new Affinity("books", 12, 1));
    assertThat(ordered.change(lines, List.of())).isEqualTo(Affinities.ZERO);
  }

  @Test
  void textIsNoCategoryAndTooManyNamesAreBounded() {
    Affinities affinities = fold(Deed.of(0, view("x".repeat(1_000_000))), Deed.of(0, view(" ")));
    assertThat(affinities.categories().byName()).isEmpty();

    int[] upwards = IntStream.range(0, 1_000).toArray();
    int[] downwards = IntStream.range(0, 1_000).map(i -> 999 - i).toArray();

    assertThat(viewed(upwards)).isEqualTo(viewed(downwards));
    assertThat(viewed(upwards).categories().byName()).hasSize(DecayedSums.MOST_NAMES);
    assertThat(viewed(upwards).at(Deed.at(0)).categories()).hasSize(DecayedSums.MOST_SHOWN);
    assertThat(StateFormat.of(Affinities.class).write(viewed(upwards))).hasSizeLessThan(6_000);
  }

  @Provide
  Arbitrary<List<List<List<BoughtLine>>>> reports() {
    return Combinators.combine(
            Arbitraries.integers().between(0, HALF_LIFE),
            Arbitraries.of("kitchen", "garden", "books").injectNull(0.1),
            Arbitraries.of("Acme", "Potter").injectNull(0.3),
            Arbitraries.of("5", "19.99", "300").map(BigDecimal::new).injectNull(0.2))
        .as(
            (minute, category, brand, price) ->
                new BoughtLine(Deed.at(minute), category, brand, price))
        .list()
        .ofMaxSize(4)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .list()
        .ofMaxSize(6);
  }

  private static Arbitrary<Payload> payloads() {
    Arbitrary<Product> products =
        Combinators.combine(
                Arbitraries.of("kitchen", "garden", "books").injectNull(0.2),
                Arbitraries.of("Acme", "Potter").injectNull(0.3),
                Arbitraries.of("5", "19.99", "300").map(BigDecimal::new).injectNull(0.2))
            .as(
                (category, brand, price) ->
                    new Product("p", null, category, brand, null, price, null));
    return Arbitraries.oneOf(
        products.map(Payload.ProductViewed::new),
        products
            .list()
            .ofMaxSize(3)
            .map(all -> new Payload.CartChanged("c", Payload.CartChanged.Change.ADDED, all)),
        Arbitraries.of("kitchen", "garden")
            .map(name -> new Payload.ProductListViewed("l", name, null, null, null)),
        Arbitraries.of(new Payload.Searched(), new Payload.TraitsChanged(null)));
  }

  private static Affinities viewed(int... categories) {
    Affinities affinities = Affinities.ZERO;
    for (int category : categories) {
      affinities =
          affinities.add(Deed.of(0, view("category-%04d".formatted(category))).event(category));
    }
    return affinities;
  }

  private static Affinities fold(Deed... deeds) {
    Affinities affinities = Affinities.ZERO;
    for (CustomerEvent event : Deed.events(List.of(deeds))) {
      affinities = affinities.add(event);
    }
    return affinities;
  }

  private static Payload view(String category) {
    return new Payload.ProductViewed(product(category));
  }

  private static Payload cart(Payload.CartChanged.Change change, String... categories) {
    return new Payload.CartChanged(
        "c", change, List.of(categories).stream().map(AffinitiesTest::product).toList());
  }

  private static Product product(String category) {
    return new Product("p", null, category, null, null, null, null);
  }

  private static BoughtLine line(long minute, String category) {
    return new BoughtLine(Deed.at(minute), category, null, null);
  }

  private static double rounded(double share) {
    return Math.rint(share * 1e9) / 1e9;
  }
}
