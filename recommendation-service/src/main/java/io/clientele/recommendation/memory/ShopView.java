package io.clientele.recommendation.memory;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What may be read of a {@link ShopMemory} while it learns. No method waits; each answers from one
 * moment, two answers need not be from the same one.
 */
public final class ShopView {

  /** What {@link #find} says of an item that nobody touched. */
  public static final int UNKNOWN = Items.UNKNOWN;

  /** How many items must leave before the number of one that left is given to another. */
  public static final int ITEMS_AT_REST = Waiting.LEAST;

  /** How many steps of a session are kept, the newest. */
  public static final int MOST_STEPS = SessionIndex.STEPS;

  /** How many orders of an item are to be read, the newest. */
  public static final int MOST_ORDERS = Baskets.VISIBLE;

  private final Items items;
  private final SessionIndex index;
  private final Baskets baskets;
  private final Carts carts;
  private final Identities identities;
  private final Assortment assortment;

  ShopView(
      Items items,
      SessionIndex index,
      Baskets baskets,
      Carts carts,
      Identities identities,
      Assortment assortment) {
    this.items = items;
    this.index = index;
    this.baskets = baskets;
    this.carts = carts;
    this.identities = identities;
    this.assortment = assortment;
  }

  /** The key of the session that the storefront names so. */
  static long sessionKey(String sessionId) {
    return Hashes.of('s', sessionId);
  }

  /** An item's number, or {@link #UNKNOWN}. */
  public int find(String item) {
    return items.find(item);
  }

  /** The item that a number stands for; null where it left a moment ago. */
  public String text(int item) {
    return items.text(item);
  }

  /** One more than the highest number of an item. */
  public int itemBound() {
    return items.bound();
  }

  /** How many items have left, those counted that came again. */
  public long itemsLeft() {
    return items.left();
  }

  /** How many items are known. */
  public int items() {
    return items.count();
  }

  /** The newest sessions that have an item; of {@link #UNKNOWN} none. */
  public Posting posting(int item) {
    return index.found().with(item);
  }

  /** A session as {@link Steps}; null where it left. */
  public long[] session(int slot) {
    return index.sessions().steps(slot);
  }

  /**
   * Many sessions at once, which is faster by far than one after another: the processor asks for
   * the next one's memory while it still waits for this one's.
   *
   * @param entries as {@link Posting#read} reads them
   * @param into null for one that left
   * @param ends when they ended, in epoch milliseconds; any number for one that left
   */
  public void readSessions(long[] entries, int count, long[][] into, long[] ends) {
    Sequences sessions = index.sessions();
    for (int i = 0; i < count; i++) {
      into[i] = sessions.steps(Posting.slotOf(entries[i]));
    }
    for (int i = 0; i < count; i++) {
      ends[i] = into[i] == null ? 0 : Steps.millis(Steps.newest(into[i]));
    }
  }

  /** All sessions that ended before a moment, as {@link Steps}, the oldest first. */
  public List<long[]> sessionsBefore(long epochMillis) {
    return index
        .sessions()
        .all()
        .filter(steps -> Steps.millis(Steps.newest(steps)) < epochMillis)
        .sorted(Sequences::compare)
        .toList();
  }

  /** How many sessions there are. */
  public int sessions() {
    return index.sessions().size();
  }

  /** When the newest step of all was taken, in epoch milliseconds. */
  public long newestMillis() {
    return Steps.millis(index.sessions().newest());
  }

  /** How fast it forgets, by the pace of its sessions. */
  public HalfLives halfLives() {
    return index.halfLives();
  }

  /** What the catalogue says of an item; null where it says nothing. */
  public ItemFacts facts(int item) {
    String text = item == UNKNOWN ? null : text(item);
    return text == null ? null : facts(text);
  }

  /** The same by its id, which may be of an item that has no number. */
  public ItemFacts facts(String item) {
    return assortment.catalogue().of(item);
  }

  Assortment assortment() {
    return assortment;
  }

  /** A category's number, or {@link #UNKNOWN}. */
  public int findCategory(String category) {
    return assortment.catalogue().findCategory(category);
  }

  /** A category's name; null for {@link #UNKNOWN}, or where it left a moment ago. */
  public String category(int category) {
    return assortment.catalogue().category(category);
  }

  /** The items of a category that the shop told of last, the newest first; touched or not. */
  public int[] newcomers(int category) {
    return assortment.catalogue().newcomers(category);
  }

  /** Whether the shop withdrew an item. */
  public boolean isWithdrawn(String item) {
    return assortment.isWithdrawn(item);
  }

  /** Whose id it is; a customer of its own where nothing is linked to it. */
  public Identities.Identity identity(String customerId) {
    return identities.of(customerId);
  }

  /** Whether the customer touched anything or has other ids. */
  public boolean knows(String customerId) {
    return identities.knows(customerId) || index.found().knows(Identities.key(customerId));
  }

  /** The newest sessions of these ids together, as {@link Steps}, the oldest first. */
  public List<long[]> sessionsOf(Collection<Long> customerKeys) {
    List<long[]> all = index.found().of(customerKeys);
    return all.subList(Math.max(0, all.size() - SessionIndex.OF_CUSTOMER), all.size());
  }

  /** The session that the storefront names so; none or one. */
  public List<long[]> session(String sessionId) {
    long[] steps = index.ofKey(sessionKey(sessionId));
    return steps == null ? List.of() : List.of(steps);
  }

  /** The newest steps of these sessions together, as {@link Steps}. */
  public static long[] newestOf(List<long[]> sessions, int most) {
    return sessions.stream().reduce(Steps.NOTHING, (all, steps) -> Steps.merge(all, steps, most));
  }

  /** The keys of all ids of a session's owner. */
  public Set<Long> keysOfOwner(long[] session) {
    return identities.keysOf(Steps.owner(session));
  }

  /** How many orders there are that have anything in them. */
  public int orders() {
    return baskets.count();
  }

  /** The newest orders that have an item: {@link Posting#held} of them can be read. */
  public Posting orders(int item) {
    return baskets.with(item);
  }

  /** An order as {@link Steps} of its different items; null where it left. */
  public long[] order(int slot) {
    return baskets.sequences().steps(slot);
  }

  /** What the customer who has these ids bought and has in the cart. */
  public Possessions possessionsOf(Collection<Long> customerKeys) {
    List<long[]> orders = baskets.of(customerKeys);
    Set<Integer> bought = new HashSet<>();
    for (long[] order : orders) {
      for (int line = 0; line < Steps.count(order) && !baskets.isUndone(order); line++) {
        bought.add(Steps.item(order, line));
      }
    }
    return new Possessions(bought, carts.of(customerKeys, orders, baskets));
  }
}
