package io.clientele.recommendation.source;

import io.clientele.recommendation.memory.ItemFacts;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.memory.Steps;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The session that suggestions are for, in the shop's numbers.
 *
 * @param newestFirst its items, each once, where it was touched last; {@link ShopView#UNKNOWN} for
 *     one that keeps its place but about which nothing is known; at most {@link
 *     ShopView#MOST_STEPS}
 * @param steps all of them, the newest {@link ShopView#MOST_STEPS}, oldest first
 * @param described what the catalogue says of the newest three items, of those it describes
 * @param own the asker's own sessions in the index, as {@link Steps}, which must not count
 * @param past the newest of the customer's sessions before this one, as {@link Steps}
 */
@SuppressWarnings("ArrayRecordComponent") // read by every source, never compared
public record SessionAtHand(
    int[] newestFirst,
    int[] steps,
    List<Described> described,
    List<long[]> own,
    List<long[]> past) {

  /** An item that the catalogue describes, maybe one without a number. */
  public record Described(String id, ItemFacts facts) {}

  /** Of nobody, with nothing. */
  static final SessionAtHand NOBODYS =
      new SessionAtHand(new int[0], new int[0], List.of(), List.of(), List.of());

  private static final int DESCRIBED = 3;
  private static final int PAST = 20;

  /** Of items by their ids, oldest first. */
  public static SessionAtHand of(List<String> items, ShopView shop, List<long[]> own) {
    int from = Math.max(0, items.size() - ShopView.MOST_STEPS);
    int[] steps = items.subList(from, items.size()).stream().mapToInt(shop::find).toArray();
    String[] newest = new String[steps.length];
    int[] newestFirst = new int[steps.length];
    int distinct = 0;
    for (int i = items.size() - 1; i >= from; i--) {
      String item = items.get(i);
      if (!Arrays.asList(newest).subList(0, distinct).contains(item)) {
        newest[distinct] = item;
        newestFirst[distinct++] = steps[i - from];
      }
    }
    List<Described> described =
        Arrays.stream(newest, 0, Math.min(DESCRIBED, distinct))
            .map(item -> new Described(item, shop.facts(item)))
            .filter(item -> item.facts != null)
            .toList();
    return new SessionAtHand(
        Arrays.copyOf(newestFirst, distinct), steps, described, own, List.of());
  }

  /**
   * The same of a customer who was here before.
   *
   * @param sessions the customer's earlier ones, the oldest first; the newest of them count
   */
  public SessionAtHand after(List<long[]> sessions) {
    int from = Math.max(0, sessions.size() - PAST);
    List<long[]> newest = sessions.subList(from, sessions.size());
    return new SessionAtHand(newestFirst, steps, described, own, newest);
  }

  /** How many other items ago an item was touched; −1 where it was not. */
  public int distance(int item) {
    int distance = newestFirst.length - 1;
    while (distance >= 0 && newestFirst[distance] != item) {
      distance--;
    }
    return distance;
  }

  /** Whether the session has touched an item. */
  boolean has(int item) {
    return distance(item) >= 0;
  }

  /** The keys of the asker's own sessions. */
  Set<Long> ownKeys() {
    return own.stream().map(Steps::key).collect(Collectors.toUnmodifiableSet());
  }
}
