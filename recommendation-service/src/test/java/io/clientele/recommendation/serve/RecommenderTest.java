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
    Recommender recommender = Shop.knowing(walks("tea", "cup", "pot"));

    List<Suggestion> suggestions = recommender.forSession(without("tea")).items();

    assertThat(suggestions).extracting(Suggestion::id).startsWith("cup", "pot");
    assertThat(suggestions.get(0).reason()).isEqualTo(because("tea", 1));
  }

  @Test
  void sessionNeverMatchesItself() {
    Recommender recommender = Shop.knowing(walks("tea", "cup"));
    SessionQuery itself = new SessionQuery(List.of("tea"), 20, false, List.of(), "s0", null, null);

    assertThat(recommender.forSession(itself).items())
        .filteredOn(one -> one.id().equals("cup"))
        .extracting(Suggestion::reason)
        .containsExactly(Reason.trending(1));
  }

  @Test
  void emptySessionAndUnknownItemsGetWhatIsTrending() {
    Recommender recommender = Shop.knowing(walks("tea", "cup"));

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
    List<Fact> facts = new ArrayList<>(walks("tea", "cup", "pot"));
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
    List<Fact> facts = new ArrayList<>(walks("tea", "cup"));
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
  void linksAndWithdrawnItemsTakeHalfOfTheBudgetAtMost() {
    Recommender recommender = new Recommender(100_000);
    recommender.learn(List.of(Shop.viewed("a", "s", Duration.ZERO, "tea")));
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      facts.add(Shop.merged("anonymous:" + i, "customer-" + i));
      facts.add(Shop.listed("item-" + i, true));
    }

    recommender.learn(facts);

    assertThat(recommender.size().bytes()).isBetween(50_000L, 52_000L);
    assertThat(recommender.size().refused()).isBetween(1000L, 1800L);
    assertThat(recommender.forCustomer(new CustomerQuery("0", null, 20, null)).customerId())
        .isEqualTo("customer-0");
    assertThat(recommender.forCustomer(new CustomerQuery("999", null, 20, null)).customerId())
        .isEqualTo("999");
  }

  @Test
  void linksThatAreTakenBackGiveTheirRoomBack() {
    Recommender recommender = new Recommender(100_000);
    recommender.learn(
        List.of(
            Shop.merged("anonymous:x", "ada@shop"),
            Shop.merged("anonymous:y", "ada@shop"),
            Shop.merged("anonymous:y", "bob"),
            Shop.merged("ada@shop", "ada"),
            Shop.listed("tea", true)));

    recommender.learn(
        List.of(
            new Fact.Unmerged("anonymous:x"),
            new Fact.Unmerged("anonymous:y"),
            Shop.merged("ada@shop", "ada@shop"),
            new Fact.Unlisted("tea")));

    assertThat(recommender.size()).isEqualTo(new Recommender.Size(0, 0, 0, 0, 0));
  }

  @Test
  void excludedAndCurrentItemsAreLeftOut() {
    Recommender recommender = Shop.knowing(walks("tea", "cup", "pot"));
    SessionQuery query =
        new SessionQuery(List.of("tea"), 20, true, List.of("cup"), null, null, null);

    assertThat(recommender.forSession(query).items())
        .extracting(Suggestion::id)
        .containsExactly("pot");
  }

  @Test
  void limitIsKept() {
    Recommender recommender = Shop.knowing(walks("tea", "cup", "pot"));
    SessionQuery two = new SessionQuery(List.of("tea"), 2, false, List.of(), null, null, null);

    assertThat(recommender.forSession(two).items()).hasSize(2);
  }

  @Test
  void pauseOfMoreThanHalfAnHourBeginsAnotherSession() {
    List<Fact> facts = new ArrayList<>();
    facts.add(Shop.viewed("anonymous:d", null, Duration.ZERO, "tea"));
    facts.add(Shop.viewed("anonymous:d", null, Duration.ofMinutes(61), "cup"));
    Recommender recommender = Shop.knowing(facts);
    assertThat(recommender.size().sessions()).isEqualTo(2);

    // The late event closes the pause: both runs were one session all along.
    recommender.learn(List.of(Shop.viewed("anonymous:d", null, Duration.ofMinutes(31), "pot")));

    assertThat(recommender.size().sessions()).isEqualTo(2);

    recommender.learn(List.of(Shop.viewed("anonymous:d", null, Duration.ofMinutes(10), "pan")));

    assertThat(recommender.size().sessions()).isEqualTo(1);
  }

  @Test
  void customerIsFoundByEveryIdAndAllPastsCount() {
    List<Fact> facts = new ArrayList<>(walks("tea", "cup", "pot"));
    facts.add(Shop.viewed("anonymous:phone", "p", Duration.ofHours(9), "tea"));
    facts.add(Shop.merged("anonymous:phone", "ada@shop"));
    facts.add(Shop.merged("ada@shop", "ada"));
    Recommender recommender = Shop.knowing(facts);

    for (String id : List.of("phone", "anonymous:phone", "ada@shop", "ada")) {
      CustomerSuggestions found = recommender.forCustomer(new CustomerQuery(id, null, 20, null));

      assertThat(found.customerId()).isEqualTo("ada");
      assertThat(found.shown().items().get(0).reason()).isEqualTo(because("tea", 1));
    }
  }

  @Test
  void splitCustomersHaveTheirOwnPastsAgain() {
    List<Fact> facts = new ArrayList<>(walks("tea", "cup", "pot"));
    facts.add(Shop.viewed("bob", "p", Duration.ofHours(9), "tea"));
    facts.add(Shop.merged("bob", "ada"));
    facts.add(Shop.merged("bob", "bob"));
    Recommender recommender = Shop.knowing(facts);

    assertThat(recommender.forCustomer(new CustomerQuery("bob", null, 20, null)).customerId())
        .isEqualTo("bob");
    assertThat(recommender.forCustomer(new CustomerQuery("ada", null, 20, null)).shown().items())
        .allMatch(one -> one.reason().kind() == Reason.Kind.TRENDING);
  }

  @Test
  void customerIsNotShownWhatWasBoughtNorTheItemLookedAt() {
    List<Fact> facts = new ArrayList<>(walks("tea", "cup", "pot"));
    facts.add(Shop.bought("ada", "a", Duration.ofHours(9), "cup"));

    CustomerSuggestions found =
        Shop.knowing(facts).forCustomer(new CustomerQuery("ada", "tea", 20, null));

    assertThat(found.shown().items()).extracting(Suggestion::id).containsExactly("pot");
    assertThat(found.shown().items().get(0).reason().kind()).isEqualTo(Reason.Kind.SESSION);
  }

  @Test
  void unknownCustomerGetsWhatIsTrendingUnderTheIdAskedFor() {
    Recommender recommender = Shop.knowing(walks("tea", "cup"));

    CustomerSuggestions found =
        recommender.forCustomer(new CustomerQuery("nobody", null, 20, null));

    assertThat(found.customerId()).isEqualTo("nobody");
    assertThat(found.shown().items()).isEqualTo(recommender.trending(20));
  }

  @Test
  void sameFactTwiceChangesNothing() {
    List<Fact> facts = walks("tea", "cup", "pot");
    List<Fact> twice = new ArrayList<>(facts);
    twice.addAll(facts);

    assertThat(Shop.knowing(twice).forSession(Shop.session("tea")).items())
        .isEqualTo(Shop.knowing(facts).forSession(Shop.session("tea")).items());
  }

  @Test
  void oneVisitorWithAHundredThousandViewsTakesOneSession() {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      facts.add(Shop.viewed("anonymous:bot", null, Duration.ofMillis(36L * i), "item-" + i));
    }

    Recommender.Size size = Shop.knowing(facts).size();

    assertThat(size.sessions()).isEqualTo(1);
    assertThat(size.items()).isEqualTo(50);
  }

  @Test
  void visitorWithANewSessionForEachViewTakesTwoHundred() {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      facts.add(Shop.viewed("anonymous:bot", "s" + i, Duration.ofSeconds(i), "item-" + i));
    }

    Recommender.Size size = Shop.knowing(facts).size();

    assertThat(size.sessions()).isEqualTo(200);
    assertThat(size.items()).isEqualTo(200);
  }

  private static Reason because(String item, long sessions) {
    return new Reason(Reason.Kind.SESSION, item, item, null, Optional.of(sessions));
  }

  /** One session through these items. */
  private static List<Fact> walks(String... items) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < items.length; i++) {
      facts.add(Shop.viewed("anonymous:0", "s0", Duration.ofMinutes(i), items[i]));
    }
    return facts;
  }

  private static SessionQuery without(String item) {
    return new SessionQuery(List.of(item), 20, true, List.of(), null, null, null);
  }
}
