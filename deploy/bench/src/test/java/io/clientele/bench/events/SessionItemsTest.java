package io.clientele.bench.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SessionItemsTest {

  private final List<int[]> visits = visits(50_000);

  @Test
  void lengthsAreGeometric() {
    assertThat(visits.stream().mapToInt(visit -> visit.length).average().orElseThrow())
        .isCloseTo(4.2, within(.05));
    assertThat(share(visits.stream().filter(visit -> visit.length == 1).count(), visits.size()))
        .isCloseTo(1 / 4.2, within(.01));
  }

  @Test
  void oneInSevenStepsGoesBackToAnEarlierItem() {
    long repeats =
        visits.stream()
            .mapToLong(visit -> visit.length - Arrays.stream(visit).distinct().count())
            .sum();
    long laterSteps = visits.stream().mapToLong(visit -> visit.length - 1).sum();

    assertThat(share(repeats, laterSteps)).isCloseTo(.15, within(.01));
  }

  @Test
  void itemsAreThoseOfTheShop() {
    assertThat(visits)
        .allMatch(
            visit -> Arrays.stream(visit).allMatch(item -> item >= 0 && item < SessionItems.ITEMS));
  }

  @Test
  void popularTopicsHaveMostOfTheVisitsButNotAll() {
    // Of 2,000 topics by Zipf the first has 1/8.18 of all, the first hundred 5.19/8.18.
    assertThat(share(firstItemsBelow(1), visits.size())).isCloseTo(.122, within(.01));
    assertThat(share(firstItemsBelow(100), visits.size())).isCloseTo(.634, within(.01));
  }

  @Test
  void mostStepsStayInTheTopicThatTheVisitBeganWith() {
    List<int[]> twoSteps = visits.stream().filter(visit -> visit.length > 1).toList();
    long stayed =
        twoSteps.stream()
            .filter(visit -> SessionItems.topic(visit[0]) == SessionItems.topic(visit[1]))
            .count();

    assertThat(share(stayed, twoSteps.size())).isBetween(.6, .9);
  }

  private long firstItemsBelow(int topic) {
    return visits.stream().filter(visit -> SessionItems.topic(visit[0]) < topic).count();
  }

  private static double share(long part, long whole) {
    return (double) part / whole;
  }

  private static List<int[]> visits(int count) {
    SessionItems items = new SessionItems(new SplittableRandom(3));
    return Stream.generate(items::next).limit(count).toList();
  }
}
