package io.clientele.recommendation.memory;

import io.clientele.contract.CatalogItem;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.Product;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All that suggestions are made from, within a number of bytes: the sessions, the orders, what is
 * in carts, which ids are one customer, which items are withdrawn, what the catalogue says. What
 * was touched longest ago leaves first, be it a session, an order or a cart. Links, withdrawn items
 * and the catalogue do not leave, since nothing says which are needed: past half of the bytes, the
 * catalogue past a quarter, no more are taken in.
 *
 * <p>One thread learns. Any thread reads, through {@link ShopView}, without a lock.
 */
public final class ShopMemory {

  /** How long a device may pause within a session that the storefront does not name. */
  private static final Duration PAUSE = Duration.ofMinutes(30);

  private final long budgetBytes;

  /** Whether its items are described elsewhere. */
  private final boolean isOfThePast;

  private final Items items;
  private final SessionIndex index;
  private final Baskets baskets;
  private final Carts carts;
  private final List<Sequences> leaving;
  private final Identities identities = new Identities();
  private final Assortment assortment;
  private final ShopView view;
  private BitSet changed = new BitSet();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong bots = new AtomicLong();
  private volatile long bytes;

  /**
   * An empty one.
   *
   * @param budgetBytes what all that is remembered may take together
   */
  public ShopMemory(long budgetBytes) {
    this(budgetBytes, null);
  }

  /**
   * An empty one whose items are described as those of another, for sessions of the other's past.
   *
   * @param budgetBytes what its sessions may take
   */
  public static ShopMemory ofThePast(long budgetBytes, ShopView other) {
    return new ShopMemory(budgetBytes, other.assortment());
  }

  /** Of what another one sells and keeps account of, or of its own. */
  private ShopMemory(long budgetBytes, Assortment others) {
    Departed departed = new Departed();
    this.budgetBytes = budgetBytes;
    this.isOfThePast = others != null;
    this.items = others == null ? new Items(this::forget) : new Items();
    this.index = new SessionIndex(items, departed, this::changing);
    this.baskets = new Baskets(items, departed);
    this.carts = new Carts(items, departed);
    this.leaving = List.of(index.sessions(), baskets.sequences(), carts.sequences());
    this.assortment = others == null ? new Assortment(items, budgetBytes) : others;
    this.view = new ShopView(items, index, baskets, carts, identities, assortment);
  }

  /** What readers see of it. */
  public ShopView view() {
    return view;
  }

  /** Takes facts in. Only one thread may call this. */
  public void learn(List<Fact> facts) {
    facts.forEach(this::learn);
    settle();
  }

  /**
   * The numbers of the items of which anything became different since this was last asked. Only the
   * thread that learns may ask.
   */
  public BitSet takeChanged() {
    BitSet taken = changed;
    changed = new BitSet();
    return taken;
  }

  /**
   * Takes in a whole session that another memory holds. Only one thread may call this.
   *
   * @param items the ids of its items
   */
  public void learn(long[] session, List<String> items) {
    int[] numbers = items.stream().mapToInt(this.items::retain).toArray();
    index.add(Steps.renumbered(session, numbers), PAUSE.toMillis());
    this.items.release(numbers);
    keepWithinBudget();
  }

  /** Looks at the shop's pace anew, after some were taken in. */
  public void settle() {
    index.pace();
  }

  private void learn(Fact fact) {
    if (fact instanceof Fact.Happened happened) {
      learn(happened);
    } else if (fact instanceof Fact.Merged merged) {
      learn(merged.merge());
    } else if (fact instanceof Fact.Unmerged unmerged) {
      identities.forget(unmerged.customerId());
    } else if (fact instanceof Fact.Listed listed) {
      learn(listed.item());
    } else if (fact instanceof Fact.Unlisted unlisted) {
      assortment.remove(unlisted.itemId());
      change(unlisted.itemId());
    }
    keepWithinBudget();
  }

  /** How many links, withdrawals and items of the catalogue there was no room for. */
  public long refused() {
    return refused.get();
  }

  /** How many events of machines were left out. */
  public long bots() {
    return bots.get();
  }

  /** An estimate of the heap taken. */
  public long bytes() {
    return bytes;
  }

  private long countBytes() {
    return items.bytes() + index.bytes() + baskets.bytes() + carts.bytes() + namesBytes();
  }

  private long namesBytes() {
    return identities.bytes() + (isOfThePast ? 0 : assortment.bytes());
  }

  private boolean hasRoomForNames() {
    return namesBytes() < budgetBytes / 2;
  }

  private void learn(CustomerMerge merge) {
    if (merge.canonicalId().equals(merge.customerId())) {
      identities.forget(merge.customerId());
    } else if (!link(merge.customerId(), merge.canonicalId())) {
      identities.forget(merge.customerId());
      refused.incrementAndGet();
    }
  }

  private boolean link(String customerId, String canonicalId) {
    return hasRoomForNames()
        ? identities.link(customerId, canonicalId)
        : identities.isLinked(customerId, canonicalId);
  }

  private void learn(CatalogItem item) {
    refused.addAndGet(assortment.learn(item, hasRoomForNames()));
    change(item.itemId());
  }

  /** Nothing refers to the item any more. */
  private void forget(String itemId) {
    assortment.catalogue().unhear(itemId);
  }

  private void change(String itemId) {
    int item = items.find(itemId);
    if (item != Items.UNKNOWN) {
      changed.set(item);
    }
  }

  private void changing(int slot, long[] before, long[] after) {
    for (long[] steps : Arrays.asList(before, after)) {
      for (int i = 0; steps != null && i < Steps.count(steps); i++) {
        changed.set(Steps.item(steps, i));
      }
    }
  }

  private void learn(Fact.Happened happened) {
    if (happened.event().isBot()) {
      bots.incrementAndGet();
      return;
    }
    touch(happened, Touches.of(happened.event()));
    baskets.learn(happened);
  }

  private void touch(Fact.Happened happened, Touches touches) {
    if (touches.products().isEmpty()) {
      return;
    }
    int[] numbers = touches.products().stream().map(Product::id).mapToInt(items::retain).toArray();
    CustomerEvent event = happened.event();
    long moment = Steps.moment(happened.millis(), Hashes.of('e', event.eventId()));
    touches.products().forEach(product -> assortment.hear(product, moment));
    Arrays.stream(numbers).forEach(changed::set);
    long customer = Identities.key(event.customerId());
    if (touches.kind() != Touches.Kind.REMOVED) {
      boolean isNamed = event.sessionId() != null;
      String device = event.anonymousId() != null ? event.anonymousId() : event.customerId();
      long session = isNamed ? ShopView.sessionKey(event.sessionId()) : Hashes.of('d', device);
      long[] steps = steps(session, customer, happened, touches.kind(), numbers);
      index.add(steps, isNamed ? Sequences.ENDLESS_GAP : PAUSE.toMillis());
    }
    if (touches.kind() == Touches.Kind.CARTED || touches.kind() == Touches.Kind.REMOVED) {
      carts.add(steps(customer, customer, happened, touches.kind(), numbers));
    }
    items.release(numbers);
  }

  private static long[] steps(
      long key, long owner, Fact.Happened happened, Touches.Kind kind, int[] numbers) {
    long hash = Hashes.of('e', happened.event().eventId());
    return Steps.of(key, owner, happened.millis(), hash, kind, numbers);
  }

  private void keepWithinBudget() {
    long now = countBytes();
    while (now > budgetBytes && leaving.stream().mapToInt(Sequences::size).sum() > 1) {
      oldest().evictOldest();
      now = countBytes();
    }
    bytes = now;
  }

  /** Where the oldest sequence of all is; there must be one. */
  private Sequences oldest() {
    return leaving.stream()
        .filter(store -> store.size() > 0)
        .min(Comparator.comparingLong(Sequences::oldest))
        .orElseThrow();
  }
}
