package io.clientele.bench.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.Payload;
import io.clientele.recommendation.memory.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class EvaluationTest {

  private static final Session FIRST = session("first", 0, "a", "b", "c");
  private static final Session SECOND = session("second", 15, "d", "e");

  private final Diary diary = new Diary();

  @Test
  void oneByOneAsksAllOfASessionBeforeItBecomesKnown() {
    evaluation(Turn.oneByOne(List.of(FIRST, SECOND)), 1).live();

    assertThat(diary.entries).containsExactly("a?b", "a b?c", "learns a b c", "d?e", "learns d e");
  }

  @Test
  void byTimeASessionBecomesKnownWithItsLastItem() {
    evaluation(Turn.byTime(List.of(FIRST, SECOND)), 1).live();

    assertThat(diary.entries).containsExactly("a?b", "a b?c", "d?e", "learns a b c", "learns d e");
  }

  @Test
  void everySecondQueryIsAskedOfTheSameOnesLiveAndStatic() {
    Evaluation evaluation = evaluation(Turn.oneByOne(List.of(FIRST, SECOND)), 2);

    assertThat(evaluation.asked()).extracting(Query::target).containsExactly("b", "e");
    assertThat(evaluation.frozen().places()).hasSize(2);
    assertThat(evaluation.live().places()).hasSize(2);
  }

  @Test
  void staticOneLearnsNothingButTheTrainingPart() {
    Evaluation evaluation = evaluation(Turn.oneByOne(List.of(SECOND)), 1);

    evaluation.train();
    evaluation.frozen();

    assertThat(diary.entries).containsExactly("learns a b c", "fits", "d?e");
  }

  private Evaluation evaluation(List<Turn> turns, int every) {
    return new Evaluation(
        new Protocol("made up", false, List.of(FIRST), turns, List.of()), diary, every, line -> {});
  }

  private static Session session(String id, long second, String... items) {
    return new Session(
        id,
        List.of(items),
        Stream.iterate(Instant.ofEpochSecond(second), at -> at.plusSeconds(10))
            .limit(items.length)
            .toList());
  }

  /** Writes down what happens to it. */
  private static final class Diary implements Subject {

    private final List<String> entries = new ArrayList<>();

    @Override
    public List<Row> rows() {
      return List.of(new Row("blend", Row.Kind.SERVED));
    }

    @Override
    public void learn(List<Fact> facts) {
      List<String> items =
          facts.stream()
              .map(fact -> (Payload.ProductViewed) ((Fact.Happened) fact).event().payload())
              .map(viewed -> viewed.product().id())
              .toList();
      entries.add("learns " + String.join(" ", items));
    }

    @Override
    public void refresh() {}

    @Override
    public Optional<FitReport> fit() {
      entries.add("fits");
      return Optional.empty();
    }

    @Override
    public synchronized byte[] places(Query query, boolean excludeCurrent) {
      entries.add(String.join(" ", query.items()) + "?" + query.target());
      return new byte[] {1};
    }
  }
}
