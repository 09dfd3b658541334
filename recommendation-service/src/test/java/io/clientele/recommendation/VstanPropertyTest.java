package io.clientele.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;

class VstanPropertyTest {

  private static final Offset<Double> EXACTLY = within(1e-9);

  @Property(tries = 500)
  void scoresAreThoseOfTheFormula(
      @ForAll("sessions") List<List<String>> sessions, @ForAll("session") List<String> asked) {
    List<Fact> facts = new ArrayList<>();
    List<NaiveVstan.Session> plain = new ArrayList<>();
    for (int s = 0; s < sessions.size(); s++) {
      Duration at = Duration.ZERO;
      for (int i = 0; i < sessions.get(s).size(); i++) {
        at = Duration.ofHours(5L * s).plusMinutes(i);
        facts.add(Shop.viewed("anonymous:" + s, "s" + s, at, sessions.get(s).get(i)));
      }
      plain.add(new NaiveVstan.Session(sessions.get(s), Shop.OPENING.plus(at).toEpochMilli()));
    }
    SessionQuery query = new SessionQuery(asked, 100, false, List.of(), null, null);

    List<Suggestion> suggestions = Shop.knowing(facts).forSession(query);

    Map<String, Double> expected = NaiveVstan.scores(plain, asked);
    List<Suggestion> fromSessions =
        suggestions.stream().filter(one -> one.reason().kind().equals("session")).toList();
    assertThat(fromSessions).hasSize(expected.size());
    for (Suggestion suggestion : fromSessions) {
      assertThat(suggestion.score())
          .isCloseTo(Objects.requireNonNull(expected.get(suggestion.id())), EXACTLY);
      assertThat(asked).contains(suggestion.reason().item());
    }
    assertThat(fromSessions).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
  }

  @Provide
  Arbitrary<List<List<String>>> sessions() {
    return session().list().ofMinSize(1).ofMaxSize(12);
  }

  @Provide
  Arbitrary<List<String>> session() {
    return Arbitraries.of("a", "b", "c", "d", "e", "f", "g", "h").list().ofMinSize(1).ofMaxSize(8);
  }
}
