package io.clientele.recommendation.serve;

import io.clientele.recommendation.memory.HalfLives;
import io.clientele.recommendation.memory.ItemFacts;
import io.clientele.recommendation.memory.Posting;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.serve.TopItems.Ranked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What many look at now, in the whole shop and in each category: each item's newest sessions, each
 * weighing half as much for every two days of age. Summed anew from the index for what changed, so
 * that it is given by the index's content to the last bit and forgets what the index forgets. One
 * thread refreshes it, any reads.
 */
final class Trending {

  /** How long ago "lately" is, too. */
  static final long HALF_LIFE_SECONDS = 2 * 86_400;

  /**
   * Weights are as of a moment that moves but once in so many half-lives, or they would all change.
   */
  private static final long EPOCH_SECONDS = 200 * HALF_LIFE_SECONDS;

  private static final int KEPT = 1_000;
  private static final int KEPT_OF_CATEGORY = 50;
  private static final int AT_ONCE = 10_000;

  private final ShopView shop;
  private final TopItems overall = new TopItems(KEPT);
  private final Map<Integer, TopItems> ofCategories = new ConcurrentHashMap<>();
  private int[] categories = new int[0];
  private volatile long epoch;

  Trending(ShopView shop) {
    this.shop = shop;
  }

  /** The best of the whole shop. */
  List<Ranked> best() {
    return overall.best();
  }

  /** The best of a category. */
  List<Ranked> best(int category) {
    TopItems found = ofCategories.get(category);
    return found == null ? List.of() : found.best();
  }

  /** What a score means now: how many sessions of this very moment it is worth. */
  double now(Ranked ranked) {
    return ranked.score() / factor(newestSeconds());
  }

  /** How many of the sessions that have an item, of the newest, are from lately. */
  int lately(int item) {
    Posting posting = shop.posting(item);
    long since = newestSeconds() - HALF_LIFE_SECONDS;
    int count = 0;
    while (count < posting.size() && posting.seconds(count) >= since) {
      count++;
    }
    return count;
  }

  /** Looks again at these items, which changed in any way since the last time. */
  void refresh(BitSet changed) {
    long newEpoch = newestSeconds() / EPOCH_SECONDS * EPOCH_SECONDS;
    boolean isKnown = newEpoch == epoch && update(changed);
    if (!isKnown) {
      epoch = newEpoch;
      rebuild();
    }
  }

  private void rebuild() {
    overall.clear();
    ofCategories.clear();
    for (int from = 0; from < shop.itemBound(); from += AT_ONCE) {
      BitSet some = new BitSet();
      some.set(from, Math.min(shop.itemBound(), from + AT_ONCE));
      update(some);
    }
  }

  /** Whether the best are still known. */
  private boolean update(BitSet changed) {
    List<Ranked> all = new ArrayList<>();
    Map<Integer, List<Ranked>> byCategory = new HashMap<>();
    makeRoom(changed.length());
    changed.stream()
        .forEach(
            item -> {
              Ranked ranked = rank(item);
              all.add(ranked);
              int before = categories[item];
              int after = categoryOf(item);
              categories[item] = after;
              if (before != after) {
                add(byCategory, before, new Ranked(item, ranked.id(), 0));
              }
              add(byCategory, after, ranked);
            });
    boolean isKnown = overall.update(all);
    for (Map.Entry<Integer, List<Ranked>> one : byCategory.entrySet()) {
      isKnown &= top(one.getKey()).update(one.getValue());
      ofCategories.computeIfPresent(one.getKey(), (any, top) -> top.isEmpty() ? null : top);
    }
    return isKnown;
  }

  private static void add(Map<Integer, List<Ranked>> byCategory, int category, Ranked ranked) {
    if (category != ShopView.UNKNOWN) {
      byCategory.computeIfAbsent(category, any -> new ArrayList<>()).add(ranked);
    }
  }

  private TopItems top(int category) {
    return ofCategories.computeIfAbsent(category, any -> new TopItems(KEPT_OF_CATEGORY));
  }

  private Ranked rank(int item) {
    String id = shop.text(item);
    boolean isShown = id != null && !shop.isWithdrawn(id);
    return new Ranked(item, id, isShown ? score(shop.posting(item)) : 0);
  }

  private double score(Posting posting) {
    double score = 0;
    for (int rank = 0; rank < posting.size(); rank++) {
      score += factor(posting.seconds(rank));
    }
    return score;
  }

  private int categoryOf(int item) {
    ItemFacts facts = shop.facts(item);
    return facts == null ? ShopView.UNKNOWN : facts.category();
  }

  private void makeRoom(int length) {
    int before = categories.length;
    if (length > before) {
      categories = Arrays.copyOf(categories, Math.max(length, before + before / 2));
      Arrays.fill(categories, before, categories.length, ShopView.UNKNOWN);
    }
  }

  /** Of a session of that moment. */
  private double factor(long seconds) {
    double before = epoch - seconds;
    return HalfLives.factor(before, (double) HALF_LIFE_SECONDS);
  }

  private long newestSeconds() {
    return shop.newestMillis() / 1000;
  }
}
