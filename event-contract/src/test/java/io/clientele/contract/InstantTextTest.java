package io.clientele.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class InstantTextTest {

  @Property
  void writesAsInstantsDo(@ForAll("moments") Instant moment) {
    assertThat(InstantText.of(moment)).isEqualTo(moment.toString());
  }

  @Property
  void readsWhatItWrites(@ForAll("fourDigitYears") Instant moment) {
    assertThat(InstantText.parse(moment.toString())).contains(moment);
  }

  @Property
  void readsNothingElseThanInstantsDo(@ForAll("almostMoments") String text) {
    Optional<Instant> read = InstantText.parse(text);

    read.ifPresent(moment -> assertThat(parsed(text)).contains(moment));
  }

  @Example
  void leavesOtherFormsToJackson() throws IOException {
    assertThat(Json.mapper().readValue("\"2026-03-01T13:00:00+01:00\"", Instant.class))
        .isEqualTo("2026-03-01T12:00:00Z");
    assertThat(Json.mapper().writeValueAsString(Instant.parse("2026-03-01T12:00:00.120Z")))
        .isEqualTo("\"2026-03-01T12:00:00.120Z\"");
  }

  private static Optional<Instant> parsed(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  @Provide
  Arbitrary<Instant> moments() {
    return seconds(-99_999, 99_999);
  }

  @Provide
  Arbitrary<Instant> fourDigitYears() {
    return seconds(0, 9_999);
  }

  private static Arbitrary<Instant> seconds(int firstYear, int lastYear) {
    Arbitrary<Integer> nanos =
        Arbitraries.integers()
            .between(0, 999)
            .flatMap(part -> Arbitraries.of(0, part, part * 1_000, part * 1_000_000));
    return Combinators.combine(
            Arbitraries.longs().between(startOf(firstYear), startOf(lastYear + 1) - 1), nanos)
        .as(Instant::ofEpochSecond);
  }

  private static long startOf(int year) {
    return LocalDateTime.of(year, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
  }

  /** Texts that were moments before a character of them was changed. */
  @Provide
  Arbitrary<String> almostMoments() {
    Arbitrary<Integer> places = Arbitraries.integers().between(0, 19);
    return Combinators.combine(
            fourDigitYears(), places, Arbitraries.strings().ofMaxLength(2).withChars("0159 TZ.:-+"))
        .as((moment, place, other) -> changed(moment.toString(), place, other));
  }

  private static String changed(String text, int place, String other) {
    return text.substring(0, place) + other + text.substring(place + 1);
  }
}
