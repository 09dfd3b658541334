package io.clientele.profile.person;

import io.clientele.contract.profile.Demographics;
import io.clientele.profile.person.NewestValues.Said;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Who the customer is, read out of what the shop said under the usual names. It is a view and no
 * state: the values are those of {@link Traits} and {@link PersonalValues}.
 */
public final class Demography {

  private static final List<String> BIRTHDAY =
      List.of("birthday", "birthdate", "dateofbirth", "dob");
  private static final List<String> AGE = List.of("age");
  private static final List<String> AGE_BAND = List.of("ageband", "agegroup", "agerange");
  private static final List<String> GENDER = List.of("gender", "sex");
  private static final List<String> INCOME =
      List.of("income", "annualincome", "householdincome", "incomeband");
  private static final List<String> EDUCATION = List.of("education", "educationlevel");
  private static final List<String> OCCUPATION = List.of("occupation", "job", "jobtitle", "title");
  private static final List<String> HOUSEHOLD = List.of("household", "householdsize");

  private Demography() {}

  /**
   * What is known at a time: ages grow although nobody says anything.
   *
   * @param personal has the birthday, which counts before an age that was said, and that before a
   *     band
   */
  public static Demographics at(Traits traits, PersonalValues personal, Instant time) {
    LocalDate today = day(time);
    NamedValues open = NamedValues.of(traits.values());
    NamedValues closed = NamedValues.of(personal.values());
    return new Demographics(
        closed
            .first(BIRTHDAY, said -> AgeBand.ofBirthday(said.value(), today))
            .or(
                () ->
                    open.first(
                        AGE, said -> AgeBand.ofAge(said.value(), day(said.stamp().at()), today)))
            .or(() -> open.first(AGE_BAND, Demography::asSaid))
            .orElse(null),
        open.first(GENDER, said -> Gender.of(said.value())).orElse(null),
        open.first(INCOME, Demography::asSaid).orElse(null),
        open.first(EDUCATION, Demography::asSaid).orElse(null),
        open.first(OCCUPATION, Demography::asSaid).orElse(null),
        open.first(HOUSEHOLD, Demography::asSaid).orElse(null));
  }

  private static Optional<Object> asSaid(Said said) {
    return Optional.of(said.value());
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }
}
