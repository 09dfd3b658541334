package io.clientele.profile.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.EventContext;
import io.clientele.contract.profile.Geography;
import io.clientele.contract.profile.Place;
import io.clientele.profile.fold.Deed;
import io.clientele.profile.fold.FamilyLaws;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

final class PlacesTest extends FamilyLaws<Places, Geography> {

  @Override
  protected Places zero() {
    return Places.ZERO;
  }

  /** One customer in thirty is in more cities than are kept. */
  @Override
  protected Arbitrary<List<CustomerEvent>> histories() {
    Arbitrary<String> cities = Arbitraries.of("Berlin", "Munich", "Paris").injectNull(0.2);
    Arbitrary<EventContext> few =
        Combinators.combine(
                Arbitraries.of("DE", "FR").injectNull(0.1),
                Arbitraries.of("BE", "BY", "IDF").injectNull(0.3),
                cities)
            .as(Deed::place);
    Arbitrary<EventContext> many =
        Arbitraries.integers().between(0, 300).map(i -> Deed.place("DE", null, "city-" + i));
    return Arbitraries.frequencyOf(
            Tuple.of(29, Circumstances.in(few).list().ofMaxSize(40)),
            Tuple.of(1, Circumstances.in(many).list().ofSize(150)))
        .map(Deed::events);
  }

  @Test
  void usualPlaceIsInTheUsualCountryEvenIfAnotherCityIsNamedMoreOften() {
    Geography known =
        shown(
            Deed.place("DE", "BY", "Munich"),
            Deed.place("DE", "BY", "Munich"),
            Deed.place("DE", "BE", "Berlin"),
            Deed.place("DE", "BE", "Berlin"),
            Deed.place("DE", null, "Berlin"),
            Deed.place("FR", "IDF", "Paris"),
            Deed.place("FR", "IDF", "Paris"),
            Deed.place("FR", "IDF", "Paris"),
            Deed.place("FR", "IDF", "Paris"),
            Deed.place(null, null, "Rome"));

    assertThat(known)
        .isEqualTo(
            new Geography(
                new Place("FR", "IDF", "Paris"),
                Deed.at(8),
                new Place("DE", "BE", "Berlin"),
                2 / 9.0));
  }

  @Test
  void eventsThatNameNoCityDoNotHideTheCityThatOthersName() {
    Geography known =
        shown(
            Deed.place("DE", null, "Bonn"),
            Deed.place("DE", null, null),
            Deed.place("DE", "", null));

    assertThat(known.usual()).isEqualTo(new Place("DE", null, "Bonn"));
    assertThat(known.usualShare()).isEqualTo(1 / 3.0);
    assertThat(known.last()).isEqualTo(new Place("DE", null, null));
  }

  @Test
  void amongEqualsTheFirstByNameIsUsual() {
    assertThat(shown(Deed.place("FR", null, null), Deed.place("DE", "B", "b")).usual())
        .isEqualTo(new Place("DE", "B", "b"));
  }

  @Test
  void nothingIsKnownWithoutACountry() {
    assertThat(shown(Deed.place(null, "BE", "Berlin"), EventContext.UNKNOWN))
        .isEqualTo(Geography.UNKNOWN);
    assertThat(shown(Deed.place("D".repeat(1_000_000), null, null))).isEqualTo(Geography.UNKNOWN);
  }

  @Test
  void ofTooManyPlacesTheLastIsKnownAndTheStateIsBounded() {
    EventContext[] journey = new EventContext[1_000];
    for (int i = 0; i < journey.length; i++) {
      journey[i] = Deed.place("DE", "region-" + i % 16, "city-" + i);
    }

    Places places = fold(journey);

    assertThat(places.counts().size()).isEqualTo(PlaceCounts.MOST_PLACES);
    assertThat(places.at(Deed.NOON).last().city()).isEqualTo("city-999");
    assertThat(places.pack()).hasSizeLessThan(3_000);
  }

  private static Geography shown(EventContext... contexts) {
    return fold(contexts).at(Deed.at(100));
  }

  private static Places fold(EventContext... contexts) {
    Places places = Places.ZERO;
    for (int i = 0; i < contexts.length; i++) {
      places = places.add(Deed.of(i).in(contexts[i]).event(i));
    }
    return places;
  }
}
