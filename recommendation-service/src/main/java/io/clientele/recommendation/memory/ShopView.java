package io.clientele.recommendation.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What may be read of a {@link ShopMemory} while it learns. No method waits; each answers from one
 * moment, two answers need not be from the same one.
 */
public final class ShopView {

  /** What {@link #find} says of an item that nobody touched. */
  public static final int UNKNOWN = Items.UNKNOWN;

  /** How many steps of a session are kept, the newest. */
  public static final int MOST_STEPS = SessionIndex.STEPS;

  private static final long[] NOTHING = Steps.of(0, 0, 0, 0, Touches.Kind.VIEWED, new int[0]);

  private final Items items;
  private final SessionIndex index;
  private final Keyed<long[]> boughtBy;
  private final Identities identities;
  private final Keyed<Boolean> withdrawn;
  private final Catalogue catalogue;

  ShopView(
      Items items,
      SessionIndex index,
      Keyed<long[]> boughtBy,
      Identities identities,
      Keyed<Boolean> withdrawn,
      Catalogue catalogue) {
    this.items = items;
    this.index = index;
    this.boughtBy = boughtBy;
    this.identities = identities;
    this.withdrawn = withdrawn;
    this.catalogue = catalogue;
  }

  /** The key of the session that the storefront names so. */
  public static long sessionKey(String sessionId) {
    return Hashes.of('s', sessionId);
  }

  static long withdrawnKey(String itemId) {
    return Hashes.of('i', itemId);
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

  /** How many items are known. */
  public int items() {
    return items.count();
  }

  /** The newest sessions that have an item; of {@link #UNKNOWN} none. */
  public Posting posting(int item) {
    return item == UNKNOWN ? Posting.NONE : index.postings().of(item);
  }

  /** A session as {@link Steps}; null where it left. */
  public long[] session(int slot) {
    return index.sessions().steps(slot);
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
    return catalogue.of(item);
  }

  /** A category's number, or {@link #UNKNOWN}. */
  public int findCategory(String category) {
    return catalogue.findCategory(category);
  }

  /** A category's name; null for {@link #UNKNOWN}, or where it left a moment ago. */
  public String category(int category) {
    return catalogue.category(category);
  }

  /** The items of a category that the shop told of last, the newest first; touched or not. */
  public int[] newcomers(int category) {
    return catalogue.newcomers(category);
  }

  /** Whether the shop withdrew an item. */
  public boolean isWithdrawn(String item) {
    return withdrawn.get(withdrawnKey(item)) != null;
  }

  /** Whose id it is; a customer of its own where nothing is linked to it. */
  public Identities.Identity identity(String customerId) {
    return identities.of(customerId);
  }

  /** Whether the customer touched anything or has other ids. */
  public boolean knows(String customerId) {
    return identities.knows(customerId)
        || index.owners().slotsOf(Identities.key(customerId)).length > 0;
  }

  /** The sessions of these ids, as {@link Steps}, the oldest first. */
  public List<long[]> sessionsOf(Collection<Long> customerKeys) {
    List<long[]> sessions = new ArrayList<>();
    for (long key : customerKeys) {
      for (int slot : index.owners().slotsOf(key)) {
        long[] steps = session(slot);
        if (steps != null && Steps.owner(steps) == key) {
          sessions.add(steps);
        }
      }
    }
    sessions.sort(Sequences::compare);
    return sessions;
  }

  /**
   * The session of a key, none where it is not among the newest that have an item.
   *
   * @param item one that the session touched lately
   */
  public List<long[]> session(long key, int item) {
    Posting posting = posting(item);
    for (int rank = 0; rank < posting.size(); rank++) {
      long[] steps = session(posting.slot(rank));
      if (steps != null && Steps.key(steps) == key) {
        return List.of(steps);
      }
    }
    return List.of();
  }

  /** The newest steps of these sessions together, as {@link Steps}. */
  public static long[] newestOf(List<long[]> sessions, int most) {
    return sessions.stream().reduce(NOTHING, (all, steps) -> Steps.merge(all, steps, most));
  }

  /** What these ids bought last together, as {@link Steps}. */
  public long[] bought(Collection<Long> customerKeys, int most) {
    long[] all = NOTHING;
    for (long key : customerKeys) {
      long[] theirs = boughtBy.get(key);
      all = theirs == null ? all : Steps.merge(all, theirs, most);
    }
    return all;
  }
}
