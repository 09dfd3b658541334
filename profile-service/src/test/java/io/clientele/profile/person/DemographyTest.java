package io.clientele.profile.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerProfile.Trait;
import io.clientele.contract.Payload;
import io.clientele.contract.profile.Demographics;
import io.clientele.profile.fold.Deed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DemographyTest {

  @Test
  void valuesComeWithTheirTimeAndSourceWhateverTheirNamesLookLike() {
    Demographics known =
        shown(
            Map.of("Education-Level", "PhD", "household_size", 3, "annualIncome", "50k"), Map.of());

    assertThat(known)
        .isEqualTo(
            new Demographics(
                null,
                null,
                new Trait("50k", Deed.NOON, "shop"),
                new Trait("PhD", Deed.NOON, "shop"),
                null,
                new Trait(3, Deed.NOON, "shop")));
  }

  @ParameterizedTest
  @CsvSource({
    "1990-03-02, 35-44",
    "1991-03-01T00:00:00.000Z, 35-44",
    "1991-03-02, 25-34",
    "1991/03/02, 25-34",
    "19910302, 25-34",
    "2.3.1991, 25-34",
    "2008-03-01, 18-24",
    "2008-03-02, under-18",
    "1961-03-01, 65+",
    "1904-03-01, 65+"
  })
  void birthdayTellsTheAgeBandOnTheDay(String birthday, String band) {
    assertThat(ageBand(shown(Map.of(), Map.of("birthday", birthday)))).isEqualTo(band);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2027-01-01",
        "2026-03-01",
        "1850-01-01",
        "1990-13-01",
        "1990-02-30",
        "1990-0505",
        "03/04/1990",
        "soon",
        ""
      })
  void birthdayThatCannotBeIsUnknownAndTheAgeCounts(String birthday) {
    Map<String, Object> personal = Map.of("birthDate", birthday);

    assertThat(shown(Map.of(), personal).ageBand()).isNull();
    assertThat(ageBand(shown(Map.of("age", 40), personal))).isEqualTo("35-44");
  }

  @Test
  void birthdayCountsBeforeTheAgeAndThatBeforeTheBand() {
    Map<String, Object> open = Map.of("age", "30", "age_band", "forties");

    assertThat(ageBand(shown(open, Map.of("dob", "1950-01-01")))).isEqualTo("65+");
    assertThat(ageBand(shown(open, Map.of()))).isEqualTo("25-34");
    assertThat(ageBand(shown(Map.of("age_band", "forties"), Map.of()))).isEqualTo("forties");
  }

  @Test
  void agesGrowWithoutAnybodySayingSo() {
    Traits traits = traits(Map.of("age", 34));
    PersonalValues personal = personal(Map.of());

    assertThat(ageBand(Demography.at(traits, personal, Instant.parse("2027-02-28T23:00:00Z"))))
        .isEqualTo("25-34");
    assertThat(ageBand(Demography.at(traits, personal, Instant.parse("2027-03-01T00:00:00Z"))))
        .isEqualTo("35-44");
  }

  @Test
  void agesThatNobodyHasAreUnknown() {
    List<Object> ages =
        Arrays.asList(300, 0, -5, "unknown", "", true, null, List.of(40), new BigDecimal("1E+90"));

    assertThat(ages)
        .allSatisfy(age -> assertThat(shown(one("age", age), Map.of()).ageBand()).isNull());
    assertThat(ageBand(shown(Map.of("age", new BigDecimal("64.9")), Map.of()))).isEqualTo("55-64");
  }

  @ParameterizedTest
  @CsvSource({
    "F, female",
    "Female, female",
    "weiblich, female",
    "女, female",
    "m, male",
    "' Man ', male",
    "MÄNNLICH, male",
    "divers, other",
    "Non-Binary, other",
    "x, other"
  })
  void usualSpellingsOfGendersAreRead(String said, String gender) {
    assertThat(shown(Map.of("gender", said), Map.of()).gender().value()).isEqualTo(gender);
  }

  @Test
  void whatIsTakenBackOrSaysNothingIsUnknown() {
    Traits traits = traits(Map.of("gender", "f", "job", "engineer", "occupation", " "));
    Payload takenBack = new Payload.TraitsChanged(one("Gender", null));

    Demographics known =
        Demography.at(traits.add(Deed.of(1, takenBack).event(1)), PersonalValues.ZERO, Deed.at(2));

    assertThat(known.gender()).isNull();
    assertThat(known.occupation().value()).isEqualTo("engineer");
    assertThat(shown(Map.of("gender", "unknown"), Map.of()).gender()).isNull();
    assertThat(shown(Map.of("household", List.of(1, 2)), Map.of()).household()).isNull();
  }

  private static Map<String, Object> one(String name, Object value) {
    return Collections.singletonMap(name, value);
  }

  private static Object ageBand(Demographics known) {
    return known.ageBand().value();
  }

  private static Demographics shown(Map<String, Object> traits, Map<String, Object> personal) {
    return Demography.at(traits(traits), personal(personal), Deed.at(0));
  }

  private static Traits traits(Map<String, Object> traits) {
    return Traits.ZERO.add(Deed.of(0, new Payload.TraitsChanged(traits)).event(0));
  }

  private static PersonalValues personal(Map<String, Object> personal) {
    return PersonalValues.ZERO.add(
        Deed.of(0, new Payload.TraitsChanged(null)).personal(personal).event(0));
  }
}
