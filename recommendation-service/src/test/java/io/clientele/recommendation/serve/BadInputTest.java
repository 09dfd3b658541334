package io.clientele.recommendation.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.recommendation.memory.Fact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What would hurt a recommender that trusts its shop. */
class BadInputTest {

  @Test
  void ofTenThousandItemsInASessionTheNewestFiftyCount() {
    Recommender recommender = Shop.knowing(List.of(viewed(0, "tea"), viewed(0, "cup")));
    List<String> items =
        new ArrayList<>(IntStream.range(0, 10_000).mapToObj(i -> "item-" + i).toList());
    items.add("tea");
    List<String> newest = items.subList(items.size() - 50, items.size());

    assertThat(recommender.forSession(Shop.session(items.toArray(String[]::new))).items())
        .isEqualTo(recommender.forSession(Shop.session(newest.toArray(String[]::new))).items())
        .extracting(Suggestion::id)
        .contains("cup");
  }

  @Test
  void itemWithdrawnAMomentAgoIsShownNowhere() {
    Recommender recommender =
        Shop.knowing(
            List.of(
                viewed(0, "tea"),
                viewed(0, "cup"),
                Shop.ordered("ada", "o", Duration.ZERO, "1", "tea", "cup")));

    recommender.learn(List.of(Shop.listed("cup", true)));

    assertThat(recommender.forSession(Shop.session("tea")).items())
        .extracting(Suggestion::id)
        .containsExactly("tea");
    assertThat(recommender.trending(20)).extracting(Suggestion::id).containsExactly("tea");
    assertThat(recommender.similar("tea", 20)).hasValue(List.of());
    assertThat(recommender.boughtTogether("tea", 20)).hasValue(List.of());
    assertThat(recommender.leftOut(Rule.WITHDRAWN)).isEqualTo(4);
  }

  @Test
  void itemThatEverybodyTouchesLeavesRoomForTheOthers() {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 6_000; i++) {
      facts.add(viewed(i, "hot"));
      facts.add(Shop.ordered("b" + i, "o" + i, Duration.ofMinutes(i), "1", "hot", "item-" + i));
    }

    Recommender recommender = Shop.knowing(facts);

    assertThat(recommender.forSession(Shop.session("hot")).items()).hasSize(20);
    assertThat(recommender.boughtTogether("hot", 100).orElseThrow())
        .hasSize(100)
        .allMatch(one -> one.count() <= 2 && one.confidence() < .001);
    assertThat(recommender.size().bytes()).isLessThan(10_000_000);
  }

  @Test
  void whatNobodyKnowsIsSaidToBeUnknown() {
    Recommender recommender = Shop.knowing(List.of(viewed(0, "tea")));

    assertThat(recommender.similar("cup", 20)).isEmpty();
    assertThat(recommender.boughtTogether("cup", 20)).isEmpty();
    assertThat(recommender.trending("cups", 20)).isEmpty();
    assertThat(recommender.boughtTogether("tea", 20)).hasValue(List.of());
  }

  @Test
  void fiveEventsAreEnough() {
    Recommender recommender =
        Shop.knowing(
            List.of(
                viewed(1, "tea"),
                viewed(1, "cup"),
                viewed(2, "tea"),
                viewed(2, "pot"),
                viewed(2, "cup")));

    assertThat(recommender.forSession(Shop.session("tea")).items())
        .extracting(Suggestion::id)
        .contains("cup", "pot");
    assertThat(recommender.similar("tea", 20).orElseThrow())
        .extracting(Related::id)
        .containsExactly("cup", "pot");
  }

  private static Fact viewed(int session, String item) {
    return Shop.viewed("c" + session, "s" + session, Duration.ofMinutes(session), item);
  }
}
