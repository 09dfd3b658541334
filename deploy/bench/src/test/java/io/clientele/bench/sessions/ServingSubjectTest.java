package io.clientele.bench.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ServingSubjectTest {

  private static final Instant OPENING = Instant.parse("2026-03-01T08:00:00Z");

  private final ServingSubject subject = new ServingSubject();

  @Test
  void blendPlacesTheTargetWhereItIsServed() {
    know("a b", "a b", "a c", "b a");

    for (String target : List.of("a", "b", "c")) {
      Query query = new Query(0, List.of("a"), target, OPENING);

      assertThat(place("blend", query, false))
          .isPositive()
          .isEqualTo(HttpCheck.place(subject.of(query, false), target));
    }
  }

  @Test
  void sourcePlacesOnlyWhatItSpeaksFor() {
    know("a b", "a b", "a c", "d a");

    assertThat(place("M1", new Query(0, List.of("a"), "b", OPENING), false)).isEqualTo((byte) 1);
    assertThat(place("M1", new Query(0, List.of("a"), "c", OPENING), false)).isEqualTo((byte) 2);
    assertThat(place("M1", new Query(0, List.of("a"), "d", OPENING), false)).isZero();
  }

  @Test
  void itemJustTouchedTakesNoPlaceWhereItIsExcluded() {
    know("a a b", "a a b", "a b");

    assertThat(place("A", new Query(0, List.of("a"), "b", OPENING), true)).isEqualTo((byte) 1);
    assertThat(place("A", new Query(0, List.of("a"), "a", OPENING), true)).isZero();
    assertThat(place("A", new Query(0, List.of("a"), "a", OPENING), false)).isPositive();
  }

  @Test
  void tooFewSessionsTeachNothing() {
    know("a b", "a c");

    assertThat(subject.fit()).isEmpty();
    assertThat(subject.rows()).contains(new Row("blend", Row.Kind.SERVED));
  }

  private void know(String... sessions) {
    for (int number = 0; number < sessions.length; number++) {
      List<String> items = List.of(sessions[number].split(" ", -1));
      Instant start = OPENING.plusSeconds(60L * number);
      List<Instant> times =
          Stream.iterate(start, at -> at.plusSeconds(1)).limit(items.size()).toList();
      subject.learn(new Session("s" + number, items, times).facts());
    }
    subject.refresh();
  }

  private byte place(String row, Query query, boolean excludeCurrent) {
    int number = subject.rows().stream().map(Row::name).toList().indexOf(row);
    return subject.places(query, excludeCurrent)[number];
  }
}
