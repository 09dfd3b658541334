package io.clientele.recommendation.serve;

import io.clientele.recommendation.memory.Fact;
import io.clientele.recommendation.memory.Identities;
import io.clientele.recommendation.memory.ItemFacts;
import io.clientele.recommendation.memory.ShopMemory;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.rank.Candidates;
import io.clientele.recommendation.rank.Ranker;
import io.clientele.recommendation.rank.Rankers;
import io.clientele.recommendation.rank.Ranking;
import io.clientele.recommendation.source.Associations;
import io.clientele.recommendation.source.Rows;
import io.clientele.recommendation.source.SessionAtHand;
import io.clientele.recommendation.source.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Suggestions from what the shop's log says. One thread learns, any ask, and nobody waits. */
public final class Recommender {

  /** What makes lists of what trends, as answers name it. */
  public static final String TRENDING_MODEL = "trending@1";

  private final ShopMemory memory;
  private final ShopView shop;
  private final Ranking ranking;
  private final Trending trending;
  private final Askers askers;
  private final Rules rules;
  private final Explanation explanation;
  private final Neighbourhood neighbourhood;
  private volatile Rankers rankers = Rankers.NONE;

  /**
   * An empty one.
   *
   * @param budgetBytes what all that is remembered may take together
   */
  public Recommender(long budgetBytes) {
    this(budgetBytes, RuleSettings.USUAL);
  }

  /** An empty one of a shop that has rules of its own. */
  public Recommender(long budgetBytes, RuleSettings settings) {
    this.memory = new ShopMemory(budgetBytes);
    this.shop = memory.view();
    Rows rows = new Rows(shop, budgetBytes / 2);
    Associations associations = new Associations(shop, budgetBytes / 16);
    this.ranking = new Ranking(shop, Sources.of(shop, rows, associations));
    this.trending = new Trending(shop);
    this.askers = new Askers(shop);
    this.rules = new Rules(shop, settings);
    this.explanation = new Explanation(shop, rows, associations);
    this.neighbourhood = new Neighbourhood(shop, rows, associations, rules);
  }

  /** Lets other rankers order the candidates from now on. */
  public void use(Rankers others) {
    rankers = others;
  }

  /** What the suggestions are made from. */
  public ShopView shop() {
    return shop;
  }

  /** What finds the candidates and puts them in order. */
  public Ranking ranking() {
    return ranking;
  }

  /** Takes facts in. Only one thread may call this. */
  public void learn(List<Fact> facts) {
    memory.learn(facts);
  }

  /** Finds anew what is trending. Only the thread that learns may call this. */
  public void refreshTrending() {
    trending.refresh(memory.takeChanged());
  }

  /**
   * Suggestions for a session; filled up from what trends in the categories of its items, then from
   * the 1,000 items that trend most, so not empty while any of those may be shown.
   */
  public Suggestions forSession(SessionQuery query) {
    List<String> items = query.items();
    List<long[]> own = askers.sessionOf(query);
    Set<Long> keys = askers.keys(query, own);
    String current =
        query.excludeCurrent() && !items.isEmpty() ? items.get(items.size() - 1) : null;
    Rules.Request request =
        new Rules.Request(askers.possessions(keys), Set.copyOf(query.exclude()), current);
    Listing listing = new Listing(rules, request, query.limit());
    SessionAtHand session = SessionAtHand.of(items, shop, own).after(askers.past(keys, own));
    return suggest(session, query.ranker(), listing);
  }

  /**
   * Suggestions for a customer, from what any of the customer's ids touched last and from earlier
   * sessions, without what the customer has already; what is trending for somebody unknown.
   */
  public CustomerSuggestions forCustomer(CustomerQuery query) {
    Identities.Identity customer = askers.identityOf(query.anyId());
    List<long[]> own = shop.sessionsOf(customer.keys());
    int newest = Math.max(0, own.size() - 1);
    List<String> touched = new ArrayList<>(askers.touchedLast(own.subList(newest, own.size())));
    if (query.item() != null) {
      touched.add(query.item());
    }
    Rules.Request request =
        new Rules.Request(shop.possessionsOf(customer.keys()), Set.of(), query.item());
    Listing listing = new Listing(rules, request, query.limit());
    SessionAtHand session = SessionAtHand.of(touched, shop, own).after(own.subList(0, newest));
    return new CustomerSuggestions(customer.canonicalId(), suggest(session, null, listing));
  }

  /** The id of the customer that any id names; the same where nobody has seen it. */
  public String canonicalId(String anyId) {
    return askers.identityOf(anyId).canonicalId();
  }

  /** What many look at now. */
  public List<Suggestion> trending(int limit) {
    Listing listing = new Listing(rules, Rules.Request.NOBODYS, limit);
    listing.add(trending.best(), this::trending);
    return listing.suggestions();
  }

  /** What many look at now in a category; empty where the catalogue has none of that name. */
  public Optional<List<Suggestion>> trending(String category, int limit) {
    int number = shop.findCategory(category);
    if (number == ShopView.UNKNOWN) {
      return Optional.empty();
    }
    Listing listing = new Listing(rules, Rules.Request.NOBODYS, limit);
    listing.add(trending.best(number), ranked -> popular(ranked, category));
    return Optional.of(listing.suggestions());
  }

  /** What goes with an item in sessions or is like it; empty where nobody knows the item. */
  public Optional<List<Related>> similar(String item, int limit) {
    return neighbourhood.similar(item, limit);
  }

  /** What is bought with an item; empty where nobody knows the item. */
  public Optional<List<Together>> boughtTogether(String item, int limit) {
    return neighbourhood.boughtTogether(item, limit);
  }

  /** How many candidates a rule left out since the start. */
  public long leftOut(Rule rule) {
    return rules.count(rule);
  }

  /** How much is remembered. */
  public Size size() {
    return new Size(shop.sessions(), shop.items(), memory.bytes(), memory.refused(), memory.bots());
  }

  /**
   * Counts of what is remembered.
   *
   * @param bytes an estimate of the heap taken
   * @param refused how many links of ids and withdrawn items there was no room for
   * @param bots how many events of machines were left out
   */
  public record Size(int sessions, int items, long bytes, long refused, long bots) {}

  /**
   * What to show for a session.
   *
   * @param wanted the ranker asked for, or null for the best
   */
  private Suggestions suggest(SessionAtHand session, String wanted, Listing listing) {
    Rankers now = rankers;
    Ranker ranker = wanted == null ? now.best() : now.get(wanted);
    Candidates candidates = ranking.of(session, ranker);
    listing.add(candidates, ranks -> explanation.of(session, candidates, ranks));
    if (listing.room() > 0) {
      Candidates all = candidates.all();
      listing.add(all, ranks -> explanation.of(session, all, ranks));
    }
    String model = listing.suggestions().isEmpty() ? TRENDING_MODEL : now.nameOf(ranker);
    for (SessionAtHand.Described described : session.described()) {
      ItemFacts facts = described.facts();
      String category = shop.category(facts.category());
      listing.add(trending.best(facts.category()), ranked -> popular(ranked, category));
    }
    listing.add(trending.best(), this::trending);
    return new Suggestions(listing.suggestions(), model);
  }

  private Suggestion trending(TopItems.Ranked ranked) {
    Reason reason = Reason.trending(trending.lately(ranked.item()));
    return new Suggestion(ranked.id(), trending.now(ranked), reason);
  }

  private Suggestion popular(TopItems.Ranked ranked, String category) {
    Reason reason = Reason.popular(category, trending.lately(ranked.item()));
    return new Suggestion(ranked.id(), trending.now(ranked), reason);
  }
}
