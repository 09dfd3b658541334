package io.clientele.recommendation.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.recommendation.memory.Fact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecommenderTest {

  @Test
  void suggestsWhatSimilarSessionsWentOnToAndSaysBecauseOfWhat() {
    Recommender recommender = Shop.knowing(Shop.walk("tea", "cup", "pot"));

    List<Suggestion> suggestions = recommender.forSession(without("tea")).items();

    assertThat(suggestions).extracting(Suggestion::id).startsWith("cup", "pot");
    assertThat(suggestions.get(0).reason()).isEqualTo(because("tea", 1));
  }

  @Test
  void sessionNeverMatchesItself() {
    Recommender recommender = Shop.knowing(Shop.walk("tea", "cup"));
    SessionQuery itself = new SessionQuery(List.of("tea"), 20, false, List.of(), "s0", null, null);

    assertThat(recommender.forSession(itself).items())
        .filteredOn(one -> one.id().equals("cup"))
        .extracting(Suggestion::reason)
        .containsExactly(Reason.trending(1));
  }

  @Test
  void emptySessionAndUnknownItemsGetWhatIsTrending() {
    Recommender recommender = Shop.knowing(Shop.walk("tea", "cup"));

    List<Suggestion> suggestions = recommender.forSession(Shop.session("never seen")).items();

    assertThat(suggestions).isEqualTo(recommender.forSession(Shop.session()).items());
    assertThat(suggestions)
        .extracting(Suggestion::reason)
        .containsExactly(Reason.trending(1), Reason.trending(1));
  }

  @Test
  void emptyShopSuggestsNothing() {
    assertThat(Shop.knowing(List.of()).forSession(Shop.session("tea")).items()).isEmpty();
  }

  @Test
  void recentInterestTrendsAboveMoreButOlderInterest() {
    List<Fact> facts = new ArrayList<>();
    facts.add(Shop.viewed("a", "s1", Duration.ZERO, "old"));
    facts.add(Shop.viewed("b", "s2", Duration.ZERO, "old"));
    facts.add(Shop.viewed("c", "s3", Duration.ofDays(3), "new"));

    List<Suggestion> trending = Shop.knowing(facts).trending(20);

    assertThat(trending).extracting(Suggestion::id).containsExactly("new", "old");
    assertThat(trending).extracting(Suggestion::score).first().isEqualTo(1.0);
  }

  @Test
  void withdrawnItemsAppearNowhereUntilTheyAreListedAgain() {
    List<Fact> facts = new ArrayList<>(Shop.walk("tea", "cup", "pot"));
    facts.add(Shop.listed("cup", true));
    Recommender recommender = Shop.knowing(facts);

    assertThat(recommender.trending(20)).extracting(Suggestion::id).doesNotContain("cup");
    assertThat(recommender.forSession(Shop.session("tea")).items())
        .extracting(Suggestion::id)
        .doesNotContain("cup");

    recommender.learn(List.of(Shop.listed("cup", false)));

    assertThat(recommender.forSession(Shop.session("tea")).items())
        .extracting(Suggestion::id)
        .contains("cup");
  }

  @Test
  void itemForgottenByTheCatalogueIsNotWithdrawn() {
    List<Fact> facts = new ArrayList<>(Shop.walk("tea", "cup"));
    facts.add(Shop.listed("cup", true));
    facts.add(new Fact.Unlisted("cup"));

    assertThat(Shop.knowing(facts).trending(20)).extracting(Suggestion::id).contains("cup");
  }

  @Test
  void somethingTrendsHoweverManyItemsThatTrendMoreAreWithdrawn() {
    List<Fact> facts = new ArrayList<>();
    facts.add(Shop.viewed("a", "s", Duration.ZERO, "the last one"));
    for (int i = 0; i < 1000; i++) {
      facts.add(Shop.viewed("c" + i, "s" + i, Duration.ofDays(3), "item-" + i));
      facts.add(Shop.listed("item-" + i, true));
    }

    assertThat(Shop.knowing(facts).trending(20))
        .extracting(Suggestion::id)
        .containsExactly("the last one");
  }

  @Test
  void excludedAndCurrentItemsAreLeftOut() {
    Recommender recommender = Shop.knowing(Shop.walk("tea", "cup", "pot"));
    SessionQuery query =
        new SessionQuery(List.of("tea"), 20, true, List.of("cup"), null, null, null);

    assertThat(recommender.forSession(query).items())
        .extracting(Suggestion::id)
        .containsExactly("pot");
  }

  @Test
  void limitIsKept() {
    Recommender recommender = Shop.knowing(Shop.walk("tea", "cup", "pot"));
    SessionQuery two = new SessionQuery(List.of("tea"), 2, false, List.of(), null, null, null);

    assertThat(recommender.forSession(two).items()).hasSize(2);
  }

  @Test
  void sameFactTwiceChangesNothing() {
    List<Fact> facts = Shop.walk("tea", "cup", "pot");
    List<Fact> twice = new ArrayList<>(facts);
    twice.addAll(facts);

    assertThat(Shop.knowing(twice).forSession(Shop.session("tea")).items())
        .isEqualTo(Shop.knowing(facts).forSession(Shop.session("tea")).items());
  }

  private static Reason because(String item, long sessions) {
    return new Reason(Reason.Kind.SESSION, item, item, null, Optional.of(sessions));
  }

  private static SessionQuery without(String item) {
    return new SessionQuery(List.of(item), 20, true, List.of(), null, null, null);
  }
}
