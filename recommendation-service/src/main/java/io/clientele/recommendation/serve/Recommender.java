package io.clientele.recommendation.serve;

import io.clientele.contract.CustomerIds;
import io.clientele.recommendation.memory.Fact;
import io.clientele.recommendation.memory.Identities;
import io.clientele.recommendation.memory.Possessions;
import io.clientele.recommendation.memory.ShopMemory;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.memory.Steps;
import io.clientele.recommendation.rank.Candidates;
import io.clientele.recommendation.rank.Ranker;
import io.clientele.recommendation.rank.Rankers;
import io.clientele.recommendation.rank.Ranking;
import io.clientele.recommendation.source.Associations;
import io.clientele.recommendation.source.NewestItems;
import io.clientele.recommendation.source.Rows;
import io.clientele.recommendation.source.SessionAtHand;
import io.clientele.recommendation.source.Sources;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** Suggestions from what the shop's log says. One thread learns, any ask, and nobody waits. */
public final class Recommender {

  private static final int RECENT_STEPS = 20;

  private final ShopMemory memory;
  private final ShopView shop;
  private final NewestItems newestItems;
  private final Ranking ranking;
  private final Trending trending;
  private volatile Rankers rankers = Rankers.NONE;

  /**
   * An empty one.
   *
   * @param budgetBytes what all that is remembered may take together
   */
  public Recommender(long budgetBytes) {
    this(budgetBytes, System::nanoTime);
  }

  /**
   * An empty one.
   *
   * @param nanos a clock in nanoseconds; one that stands still makes every answer exact
   */
  public Recommender(long budgetBytes, LongSupplier nanos) {
    this.memory = new ShopMemory(budgetBytes);
    this.shop = memory.view();
    Rows rows = new Rows(shop, budgetBytes / 2, nanos);
    this.newestItems = new NewestItems(shop, rows);
    Associations associations = new Associations(shop, budgetBytes / 16);
    this.ranking = new Ranking(shop, Sources.of(shop, rows, associations));
    this.trending = new Trending(shop);
  }

  /** Lets other rankers order the candidates from now on. */
  public void use(Rankers others) {
    rankers = others;
  }

  /** What orders the candidates of who asks for a ranker by name, or for none, as answers say. */
  public String model(String ranker) {
    Rankers now = rankers;
    return now.nameOf(ranker == null ? now.best() : now.get(ranker));
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
   * Suggestions for a session; filled up from the 1,000 items that trend most, so not empty while
   * any of those may be shown.
   */
  public List<Suggestion> forSession(SessionQuery query) {
    Set<String> excluded = new HashSet<>(query.exclude());
    if (query.excludeCurrent() && !query.items().isEmpty()) {
      excluded.add(query.items().get(query.items().size() - 1));
    }
    if (query.customerId() != null) {
      excluded.addAll(hasAlready(identityOf(query.customerId())));
    }
    Rankers now = rankers;
    Ranker ranker = query.ranker() == null ? now.best() : now.get(query.ranker());
    return suggest(query.items(), ownSession(query), excluded, ranker, query.limit());
  }

  /**
   * Suggestions for a customer, from what all of the customer's ids touched last, without what was
   * bought; what is trending for somebody unknown.
   *
   * @param anyId any of the customer's ids
   * @param item what the customer looks at just now, or null; it is not suggested
   */
  public CustomerSuggestions forCustomer(String anyId, String item, int limit) {
    Identities.Identity customer = identityOf(anyId);
    List<long[]> own = shop.sessionsOf(customer.keys());
    List<String> touched = new ArrayList<>(texts(ShopView.newestOf(own, RECENT_STEPS)));
    Set<String> excluded = new HashSet<>(hasAlready(customer));
    if (item != null) {
      touched.add(item);
      excluded.add(item);
    }
    return new CustomerSuggestions(
        customer.canonicalId(), suggest(touched, own, excluded, rankers.best(), limit));
  }

  /** What many look at now. */
  public List<Suggestion> trending(int limit) {
    return fill(new ArrayList<>(), Set.of(), limit);
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

  private List<Suggestion> suggest(
      List<String> items, List<long[]> own, Set<String> excluded, Ranker ranker, int limit) {
    SessionAtHand session = SessionAtHand.of(items, shop, own);
    Candidates candidates = ranking.of(session, ranker);
    List<Ranked> best = new ArrayList<>();
    add(candidates, 0, excluded, limit, best);
    if (best.size() < limit) {
      add(candidates.all(), candidates.size(), excluded, limit, best);
    }
    int[] because = newestItems.because(session, best.stream().mapToInt(Ranked::item).toArray());
    List<Suggestion> suggestions = new ArrayList<>();
    for (int i = 0; i < because.length; i++) {
      Ranked ranked = best.get(i);
      int item = session.newestFirst()[because[i]];
      String reason = item == ShopView.UNKNOWN ? null : shop.text(item);
      suggestions.add(
          new Suggestion(
              ranked.text(),
              ranked.score(),
              reason == null ? Suggestion.Reason.TRENDING : Suggestion.Reason.session(reason)));
    }
    return fill(suggestions, excluded, limit);
  }

  private void add(
      Candidates candidates, int from, Set<String> excluded, int limit, List<Ranked> to) {
    for (int rank = from; rank < candidates.size() && to.size() < limit; rank++) {
      String text = candidates.text(rank);
      if (isShown(text, excluded)) {
        to.add(new Ranked(candidates.item(rank), text, candidates.score(rank)));
      }
    }
  }

  private record Ranked(int item, String text, double score) {}

  private List<Suggestion> fill(List<Suggestion> suggestions, Set<String> excluded, int limit) {
    Set<String> there = new HashSet<>();
    suggestions.forEach(suggestion -> there.add(suggestion.id()));
    for (TopItems.Ranked candidate : trending.best()) {
      if (suggestions.size() == limit) {
        break;
      }
      if (isShown(candidate.id(), excluded) && !there.contains(candidate.id())) {
        double score = trending.now(candidate);
        suggestions.add(new Suggestion(candidate.id(), score, Suggestion.Reason.TRENDING));
      }
    }
    return List.copyOf(suggestions);
  }

  private boolean isShown(String item, Set<String> excluded) {
    return !excluded.contains(item) && !shop.isWithdrawn(item);
  }

  /** Just the id itself where nobody has seen it. */
  private Identities.Identity identityOf(String anyId) {
    String seen =
        CustomerIds.candidates(anyId).stream().filter(shop::knows).findFirst().orElse(anyId);
    return shop.identity(seen);
  }

  private List<String> texts(long[] steps) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < Steps.count(steps); i++) {
      String text = shop.text(Steps.item(steps, i));
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  private List<String> hasAlready(Identities.Identity customer) {
    Possessions possessions = shop.possessionsOf(customer.keys());
    return Stream.of(possessions.bought(), possessions.inCart())
        .flatMap(Set::stream)
        .map(shop::text)
        .filter(Objects::nonNull)
        .toList();
  }

  /** Found by the newest item, which the session has touched a moment ago if it is in the index. */
  private List<long[]> ownSession(SessionQuery query) {
    if (query.sessionId() == null || query.items().isEmpty()) {
      return List.of();
    }
    int newest = shop.find(query.items().get(query.items().size() - 1));
    return shop.session(ShopView.sessionKey(query.sessionId()), newest);
  }
}
