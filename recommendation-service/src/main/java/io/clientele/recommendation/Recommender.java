package io.clientele.recommendation;

import io.clientele.contract.CustomerIds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Suggestions from what the shop's log says. One thread learns, many ask. A lock of many readers or
 * one writer guards the memory: a writer takes a few microseconds a fact and gives way every few
 * dozen facts, so that neither waits long, and nobody ever sees half a change.
 */
public final class Recommender {

  /** What the suggestions are made by, as answers name it. */
  public static final String MODEL = "vstan@1";

  private static final int FACTS_AT_ONCE = 64;
  private static final int TRENDING_KEPT = 1000;

  private final ShopMemory memory;
  private final Vstan vstan;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private volatile List<Suggestion> trending = List.of();

  /**
   * An empty one.
   *
   * @param budgetBytes what all that is remembered may take together
   */
  public Recommender(long budgetBytes) {
    this.memory = new ShopMemory(budgetBytes);
    this.vstan = new Vstan(memory.index(), Vstan.Parameters.DEFAULT);
  }

  /** Takes facts in, a few at a time. Only one thread may call this. */
  public void learn(List<Fact> facts) {
    for (int from = 0; from < facts.size(); from += FACTS_AT_ONCE) {
      lock.writeLock().lock();
      try {
        facts.subList(from, Math.min(facts.size(), from + FACTS_AT_ONCE)).forEach(memory::learn);
      } finally {
        lock.writeLock().unlock();
      }
    }
  }

  /** Finds anew what is trending. Only the thread that learns may call this; readers go on. */
  public void refreshTrending() {
    // No lock: this thread alone changes what is read here.
    trending =
        Trending.of(
            memory.index(), memory.items(), item -> !memory.isWithdrawn(item), TRENDING_KEPT);
  }

  /**
   * Suggestions for a session; filled up from the 1,000 items that trend most, so not empty while
   * any of those may be shown.
   */
  public List<Suggestion> forSession(SessionQuery query) {
    lock.readLock().lock();
    try {
      Set<String> excluded = new HashSet<>(query.exclude());
      if (query.excludeCurrent()) {
        excluded.addAll(query.items());
      }
      if (query.customerId() != null) {
        texts(memory.boughtBy(identityOf(query.customerId()).keys())).forEach(excluded::add);
      }
      return suggest(newestFirst(query.items()), ownSession(query), excluded, query.limit());
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Suggestions for a customer, from what all of the customer's ids touched last, without what was
   * bought; what is trending for somebody unknown.
   *
   * @param anyId any of the customer's ids
   * @param item what the customer looks at just now, or null; it is not suggested
   */
  public CustomerSuggestions forCustomer(String anyId, String item, int limit) {
    lock.readLock().lock();
    try {
      Identities.Identity customer = identityOf(anyId);
      Set<Long> keys = customer.keys();
      List<String> touched = new ArrayList<>(texts(memory.recentOf(keys)));
      Set<String> excluded = new HashSet<>(texts(memory.boughtBy(keys)));
      if (item != null) {
        touched.add(item);
        excluded.add(item);
      }
      List<Suggestion> suggestions =
          suggest(
              newestFirst(touched),
              (index, slot) -> keys.contains(index.sessions().owner(slot)),
              excluded,
              limit);
      return new CustomerSuggestions(customer.canonicalId(), suggestions);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** What many look at now. */
  public List<Suggestion> trending(int limit) {
    lock.readLock().lock();
    try {
      return fill(new ArrayList<>(), Set.of(), limit);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** How much is remembered. */
  public Size size() {
    lock.readLock().lock();
    try {
      return new Size(
          memory.index().sessions().size(),
          memory.items().count(),
          memory.bytes(),
          memory.refused(),
          memory.bots());
    } finally {
      lock.readLock().unlock();
    }
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
      List<String> newestFirst, Vstan.Own own, Set<String> excluded, int limit) {
    List<Integer> numbers = newestFirst.stream().map(memory.items()::find).toList();
    Vstan.Scores scores = vstan.score(numbers, own);
    List<Ranking.Ranked> best =
        Ranking.best(scores, memory.items(), limit, item -> isShown(item, excluded));
    int[] evidence = scores.evidence(best.stream().map(Ranking.Ranked::item).toList());
    List<Suggestion> suggestions = new ArrayList<>();
    for (int i = 0; i < evidence.length; i++) {
      String because = memory.items().text(evidence[i]);
      Ranking.Ranked ranked = best.get(i);
      suggestions.add(
          new Suggestion(ranked.text(), ranked.score(), Suggestion.Reason.session(because)));
    }
    return fill(suggestions, excluded, limit);
  }

  private List<Suggestion> fill(List<Suggestion> suggestions, Set<String> excluded, int limit) {
    Set<String> there = new HashSet<>();
    suggestions.forEach(suggestion -> there.add(suggestion.id()));
    for (Suggestion candidate : trending) {
      if (suggestions.size() == limit) {
        break;
      }
      if (isShown(candidate.id(), excluded) && !there.contains(candidate.id())) {
        suggestions.add(candidate);
      }
    }
    return List.copyOf(suggestions);
  }

  private boolean isShown(String item, Set<String> excluded) {
    return !excluded.contains(item) && !memory.isWithdrawn(item);
  }

  /** Just the id itself where nobody has seen it. */
  private Identities.Identity identityOf(String anyId) {
    String seen =
        CustomerIds.candidates(anyId).stream()
            .filter(id -> memory.identities().knows(id) || memory.hasSeen(id))
            .findFirst()
            .orElse(anyId);
    return memory.identities().of(seen);
  }

  private List<String> texts(long[] steps) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < Steps.count(steps); i++) {
      texts.add(memory.items().text(Steps.item(steps, i)));
    }
    return texts;
  }

  private static Vstan.Own ownSession(SessionQuery query) {
    if (query.sessionId() == null) {
      return (index, slot) -> false;
    }
    long key = ShopMemory.sessionKey(query.sessionId());
    return (index, slot) -> index.sessions().key(slot) == key;
  }

  /** Each item once, where it was touched last. */
  private static List<String> newestFirst(List<String> items) {
    Set<String> distinct = new LinkedHashSet<>();
    for (int i = items.size() - 1; i >= 0 && distinct.size() < Vstan.NEWEST_ITEMS; i--) {
      distinct.add(items.get(i));
    }
    return List.copyOf(distinct);
  }
}
