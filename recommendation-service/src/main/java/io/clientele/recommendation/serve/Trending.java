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

  /** All that is known as of one epoch. */
  private static final class Tops {

    private final long epoch;
    private final TopItems overall = new TopItems(KEPT);
    private final Map<Integer, TopItems> ofCategories = new ConcurrentHashMap<>();

    /** Of each item the one it is in here. */
    private int[] categories = new int[0];

    Tops(long epoch) {
      this.epoch = epoch;
    }

    /** Of a session of that moment. */
    double factor(long seconds) {
      return HalfLives.factor((double) (epoch - seconds), (double) HALF_LIFE_SECONDS);
    }
  }

  private final ShopView shop;
  private volatile Tops tops = new Tops(0);

  Trending(ShopView shop) {
    this.shop = shop;
  }

  /** The best of the whole shop. */
  List<Ranked> best() {
    return tops.overall.best();
  }

  /** The best of a category. */
  List<Ranked> best(int category) {
    TopItems found = tops.ofCategories.get(category);
    return found == null ? List.of() : found.best();
  }

  /** What a score means now: how many sessions of this very moment it is worth. */
  double now(Ranked ranked) {
    return ranked.score() / tops.factor(newestSeconds());
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
    long epoch = newestSeconds() / EPOCH_SECONDS * EPOCH_SECONDS;
    if (epoch != tops.epoch || !update(tops, changed)) {
      tops = rebuilt(epoch);
    }
  }

  /** What was known is shown until all is known anew. */
  private Tops rebuilt(long epoch) {
    Tops anew = new Tops(epoch);
    for (int from = 0; from < shop.itemBound(); from += AT_ONCE) {
      BitSet some = new BitSet();
      some.set(from, Math.min(shop.itemBound(), from + AT_ONCE));
      update(anew, some);
    }
    return anew;
  }

  /** Whether the best are still known. */
  private boolean update(Tops those, BitSet changed) {
    List<Ranked> all = new ArrayList<>();
    Map<Integer, List<Ranked>> byCategory = new HashMap<>();
    makeRoom(those, changed.length());
    changed.stream()
        .forEach(
            item -> {
              Ranked ranked = rank(item, those);
              all.add(ranked);
              int before = those.categories[item];
              int after = categoryOf(item);
              those.categories[item] = after;
              if (before != after) {
                add(byCategory, before, new Ranked(item, ranked.id(), 0));
              }
              add(byCategory, after, ranked);
            });
    boolean isKnown = those.overall.update(all);
    for (Map.Entry<Integer, List<Ranked>> one : byCategory.entrySet()) {
      TopItems top =
          those.ofCategories.computeIfAbsent(one.getKey(), any -> new TopItems(KEPT_OF_CATEGORY));
      isKnown &= top.update(one.getValue());
      those.ofCategories.computeIfPresent(one.getKey(), (any, it) -> it.isEmpty() ? null : it);
    }
    return isKnown;
  }

  private static void add(Map<Integer, List<Ranked>> byCategory, int category, Ranked ranked) {
    if (category != ShopView.UNKNOWN) {
      byCategory.computeIfAbsent(category, any -> new ArrayList<>()).add(ranked);
    }
  }

  private Ranked rank(int item, Tops those) {
    String id = shop.text(item);
    boolean isShown = id != null && !shop.isWithdrawn(id);
    return new Ranked(item, id, isShown ? score(shop.posting(item), those) : 0);
  }

  private static double score(Posting posting, Tops those) {
    double score = 0;
    for (int rank = 0; rank < posting.size(); rank++) {
      score += those.factor(posting.seconds(rank));
    }
    return score;
  }

  private int categoryOf(int item) {
    ItemFacts facts = shop.facts(item);
    return facts == null ? ShopView.UNKNOWN : facts.category();
  }

  private static void makeRoom(Tops those, int length) {
    int before = those.categories.length;
    if (length > before) {
      those.categories = Arrays.copyOf(those.categories, Math.max(length, before + before / 2));
      Arrays.fill(those.categories, before, those.categories.length, ShopView.UNKNOWN);
    }
  }

  private long newestSeconds() {
    return shop.newestMillis() / 1000;
  }
}
