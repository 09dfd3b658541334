package io.clientele.recommendation.serve;

import io.clientele.recommendation.memory.ItemFacts;
import io.clientele.recommendation.memory.Possessions;
import io.clientele.recommendation.memory.Posting;
import io.clientele.recommendation.memory.ShopView;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/** What is not shown, whatever speaks for it. Asked at serving, so that it is true at once. */
final class Rules {

  /**
   * What the rules look at beside the item.
   *
   * @param exclude ids of items that whoever asks does not want
   * @param current the id of the item that the customer looks at, if it is to be left out, else
   *     null
   */
  record Request(Possessions possessions, Set<String> exclude, String current) {

    /** Of nobody, about whom nothing is known. */
    static final Request NOBODYS = new Request(Possessions.NONE, Set.of(), null);

    Request {
      exclude = Set.copyOf(exclude);
    }
  }

  private static final Verdict SHOWN = new Verdict.Shown();

  private final ShopView shop;
  private final RuleSettings settings;
  private final Map<Rule, LongAdder> counts = new EnumMap<>(Rule.class);

  Rules(ShopView shop, RuleSettings settings) {
    this.shop = shop;
    this.settings = settings;
    for (Rule rule : Rule.values()) {
      counts.put(rule, new LongAdder());
    }
  }

  /** The verdict on an item; the first rule that it breaks counts. */
  Verdict judge(int item, String id, Request request) {
    if (shop.isWithdrawn(id)) {
      return new Verdict.LeftOut(Rule.WITHDRAWN);
    } else if (request.possessions.bought().contains(item) && !isReplenishable(id)) {
      return new Verdict.LeftOut(Rule.BOUGHT);
    } else if (request.possessions.inCart().contains(item)) {
      return new Verdict.LeftOut(Rule.IN_CART);
    } else if (request.exclude.contains(id)) {
      return new Verdict.LeftOut(Rule.EXCLUDED);
    } else if (isAged(item)) {
      return new Verdict.LeftOut(Rule.AGED);
    } else if (id.equals(request.current)) {
      return new Verdict.LeftOut(Rule.CURRENT);
    } else {
      return SHOWN;
    }
  }

  /** Whether an item may be shown; counted if not. */
  boolean allow(int item, String id, Request request) {
    if (judge(item, id, request) instanceof Verdict.LeftOut left) {
      counts.get(left.rule()).increment();
      return false;
    }
    return true;
  }

  /** How many candidates were left out so, since the start. */
  long count(Rule rule) {
    return counts.get(rule).sum();
  }

  private boolean isReplenishable(String id) {
    ItemFacts facts = settings.replenishable().isEmpty() ? null : shop.facts(id);
    String category = facts == null ? null : shop.category(facts.category());
    return category != null && settings.replenishable().contains(category);
  }

  /** What nobody touched at all is new and not old. */
  private boolean isAged(int item) {
    if (settings.itemAge().isEmpty()) {
      return false;
    }
    Posting posting = shop.posting(item);
    long since = shop.newestMillis() / 1000 - settings.itemAge().get().toSeconds();
    return posting.size() > 0 && posting.seconds(0) < since;
  }
}
