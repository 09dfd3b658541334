package io.clientele.profile.person;

import io.clientele.contract.CustomerProfile.Trait;
import io.clientele.profile.person.NewestValues.Said;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Values by what their names mean: shops write householdSize, household_size and "Household Size".
 * Of several spellings the newest counts; lists and objects say nothing here.
 *
 * @param byLetters by the name's letters in lower case
 */
record NamedValues(Map<String, Said> byLetters) {

  static NamedValues of(NewestValues values) {
    Map<String, Said> byLetters = new HashMap<>();
    values.byName().forEach((name, said) -> byLetters.merge(letters(name), said, Said::newer));
    return new NamedValues(byLetters);
  }

  /**
   * The first of these names whose value says something.
   *
   * @param names in letters; the one that tells best comes first
   * @param reading what a value says
   */
  Optional<Trait> first(List<String> names, Function<Said, Optional<?>> reading) {
    return names.stream()
        .map(byLetters::get)
        .filter(Objects::nonNull)
        .filter(said -> isScalar(said.value()))
        .flatMap(said -> trait(said, reading.apply(said)).stream())
        .findFirst();
  }

  private static Optional<Trait> trait(Said said, Optional<?> value) {
    return value.map(known -> new Trait(known, said.stamp().at(), said.source()));
  }

  private static boolean isScalar(Object value) {
    return value instanceof Number || (value instanceof String text && !text.isBlank());
  }

  private static String letters(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    for (int at = 0; at < name.length(); ) {
      int character = name.codePointAt(at);
      at += Character.charCount(character);
      if (Character.isLetter(character)) {
        letters.appendCodePoint(Character.toLowerCase(character));
      }
    }
    return letters.toString();
  }
}
