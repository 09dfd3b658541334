package io.clientele.recommendation.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CatalogItem;
import io.clientele.recommendation.memory.Fact;
import io.clientele.recommendation.memory.Possessions;
import io.clientele.recommendation.memory.ShopMemory;
import io.clientele.recommendation.memory.ShopView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RulesTest {

  private final ShopMemory memory = new ShopMemory(10_000_000);
  private final ShopView shop = memory.view();
  private final RuleSettings settings =
      new RuleSettings(Set.of("food"), Optional.of(Duration.ofDays(30)));
  private final Rules rules = new Rules(shop, settings);

  @Test
  void firstRuleThatIsBrokenCounts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(Shop.viewed("bob", "s1", Duration.ZERO, "tea"));
    facts.add(Shop.viewed("bob", "s2", Duration.ofDays(31), "cup"));
    facts.add(Shop.listed("tea", true));
    memory.learn(facts);
    int tea = shop.find("tea");
    Rules.Request all = request(Set.of(tea), Set.of(tea), Set.of("tea"), "tea");

    assertThat(rules.judge(tea, "tea", all)).isEqualTo(new Verdict.LeftOut(Rule.WITHDRAWN));
    memory.learn(List.of(Shop.listed("tea", false)));
    assertThat(rules.judge(tea, "tea", all)).isEqualTo(new Verdict.LeftOut(Rule.BOUGHT));
    assertThat(rules.judge(tea, "tea", request(Set.of(), Set.of(tea), Set.of("tea"), "tea")))
        .isEqualTo(new Verdict.LeftOut(Rule.IN_CART));
    assertThat(rules.judge(tea, "tea", request(Set.of(), Set.of(), Set.of("tea"), "tea")))
        .isEqualTo(new Verdict.LeftOut(Rule.EXCLUDED));
    assertThat(rules.judge(tea, "tea", request(Set.of(), Set.of(), Set.of(), "tea")))
        .isEqualTo(new Verdict.LeftOut(Rule.AGED));
    memory.learn(List.of(Shop.viewed("bob", "s3", Duration.ofDays(31), "tea")));
    assertThat(rules.judge(tea, "tea", request(Set.of(), Set.of(), Set.of(), "tea")))
        .isEqualTo(new Verdict.LeftOut(Rule.CURRENT));
    assertThat(rules.judge(tea, "tea", Rules.Request.NOBODYS)).isEqualTo(new Verdict.Shown());
  }

  @Test
  void whatIsBoughtAgainAndAgainIsShownThoughItWasBought() {
    memory.learn(
        List.of(
            Shop.viewed("bob", "s", Duration.ZERO, "tea"),
            Shop.viewed("bob", "s", Duration.ZERO, "cup"),
            listed("tea", "food"),
            listed("cup", "kitchen")));
    Set<Integer> bought = Set.of(shop.find("tea"), shop.find("cup"));
    Rules.Request request = request(bought, Set.of(), Set.of(), null);

    assertThat(rules.allow(shop.find("tea"), "tea", request)).isTrue();
    assertThat(rules.allow(shop.find("cup"), "cup", request)).isFalse();
    assertThat(rules.count(Rule.BOUGHT)).isEqualTo(1);
  }

  @Test
  void whatNobodyTouchedIsNotTooOld() {
    memory.learn(List.of(listed("tea", "food")));

    assertThat(rules.judge(shop.find("tea"), "tea", Rules.Request.NOBODYS))
        .isEqualTo(new Verdict.Shown());
  }

  private static Rules.Request request(
      Set<Integer> bought, Set<Integer> inCart, Set<String> exclude, String current) {
    return new Rules.Request(new Possessions(bought, inCart), exclude, current);
  }

  private static Fact listed(String item, String category) {
    return new Fact.Listed(
        new CatalogItem(item, null, category, null, null, null, null, false, Shop.OPENING));
  }
}
