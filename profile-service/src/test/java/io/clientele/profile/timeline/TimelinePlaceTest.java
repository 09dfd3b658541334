package io.clientele.profile.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimelinePlaceTest {

  @ParameterizedTest
  @ValueSource(strings = {"e-1", "an id with spaces", "漢 😀", "a+b/c?d=e", " "})
  void cursorNamesThePlaceInOneWordOfAnAddress(String eventId) {
    TimelinePlace place = new TimelinePlace(Instant.parse("1960-05-01T10:00:00.000001Z"), eventId);

    assertThat(place.cursor()).matches("[A-Za-z0-9_-]+");
    assertThat(TimelinePlace.read(place.cursor())).contains(place);
  }

  @Test
  void whatWasNotWrittenHereNamesNoPlace() {
    assertThat(TimelinePlace.read("")).isEmpty();
    assertThat(TimelinePlace.read("%%%")).isEmpty();
    assertThat(TimelinePlace.read(word("2026-03-01T12:00:00Z"))).isEmpty();
    assertThat(TimelinePlace.read(word("yesterday e-1"))).isEmpty();
  }

  private static String word(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
