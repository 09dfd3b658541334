package io.clientele.profile.person;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The spellings of genders that shops send, in the languages that we met them in. */
final class Gender {

  private static final String FEMALE = "female";
  private static final String MALE = "male";
  private static final String OTHER = "other";

  private static final Map<String, String> BY_SPELLING =
      Map.ofEntries(
          Map.entry("f", FEMALE),
          Map.entry("female", FEMALE),
          Map.entry("woman", FEMALE),
          Map.entry("w", FEMALE),
          Map.entry("weiblich", FEMALE),
          Map.entry("frau", FEMALE),
          Map.entry("女", FEMALE),
          Map.entry("m", MALE),
          Map.entry("male", MALE),
          Map.entry("man", MALE),
          Map.entry("männlich", MALE),
          Map.entry("mann", MALE),
          Map.entry("男", MALE),
          Map.entry("x", OTHER),
          Map.entry("d", OTHER),
          Map.entry("other", OTHER),
          Map.entry("diverse", OTHER),
          Map.entry("divers", OTHER),
          Map.entry("nonbinary", OTHER),
          Map.entry("non-binary", OTHER),
          Map.entry("non_binary", OTHER),
          Map.entry("non binary", OTHER));

  private Gender() {}

  /** Empty for anything else, such as {@code unknown}. */
  static Optional<String> of(Object said) {
    return Optional.ofNullable(
        BY_SPELLING.get(String.valueOf(said).strip().toLowerCase(Locale.ROOT)));
  }
}
