package io.clientele.recommendation;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * All that suggestions are made from, within a number of bytes: the sessions, what each customer
 * touched and bought last, which ids are one customer, which items are withdrawn. What was touched
 * longest ago leaves first, be it a session or a customer's past. Links and withdrawn items do not
 * leave, since nothing says which are needed: past half of the bytes no more are taken in. One
 * thread at a time.
 */
final class ShopMemory {

  /** How long a device may pause within a session that the storefront does not name. */
  private static final Duration PAUSE = Duration.ofMinutes(30);

  private static final int RECENT_ITEMS = 20;
  private static final int BOUGHT_ITEMS = 200;
  private static final Sequences.Watcher NOBODY =
      new Sequences.Watcher() {
        @Override
        public void leaving(int slot) {}

        @Override
        public void entered(int slot) {}
      };

  private final long budgetBytes;
  private final Items items = new Items();
  private final SessionIndex index = new SessionIndex(items);
  private final Sequences recent = new Sequences(items, RECENT_ITEMS, 2 * Long.BYTES, NOBODY);
  private final Sequences bought = new Sequences(items, BOUGHT_ITEMS, 2 * Long.BYTES, NOBODY);
  private final Identities identities = new Identities();
  private final WithdrawnItems withdrawn = new WithdrawnItems();
  private long refused;
  private long bots;

  ShopMemory(long budgetBytes) {
    this.budgetBytes = budgetBytes;
  }

  Items items() {
    return items;
  }

  SessionIndex index() {
    return index;
  }

  Identities identities() {
    return identities;
  }

  boolean isWithdrawn(String item) {
    return withdrawn.contains(item);
  }

  void learn(Fact fact) {
    if (fact instanceof Fact.Happened happened) {
      learn(happened.event());
    } else if (fact instanceof Fact.Merged merged) {
      learn(merged.merge());
    } else if (fact instanceof Fact.Unmerged unmerged) {
      identities.forget(unmerged.customerId());
    } else if (fact instanceof Fact.Listed listed && listed.item().withdrawn()) {
      withdraw(listed.item().itemId());
    } else if (fact instanceof Fact.Listed listed) {
      withdrawn.remove(listed.item().itemId());
    } else if (fact instanceof Fact.Unlisted unlisted) {
      withdrawn.remove(unlisted.itemId());
    }
    keepWithinBudget();
  }

  /** The key of the session that the storefront names so. */
  static long sessionKey(String sessionId) {
    return Hashes.of('s', sessionId);
  }

  boolean hasSeen(String customerId) {
    return Steps.count(recent.of(Identities.key(customerId))) > 0;
  }

  /** What these ids touched last, together, oldest first; by {@link Identities#key}. */
  long[] recentOf(Collection<Long> customerKeys) {
    return together(recent, customerKeys, RECENT_ITEMS);
  }

  /** What these ids bought last, together; by {@link Identities#key}. */
  long[] boughtBy(Collection<Long> customerKeys) {
    return together(bought, customerKeys, BOUGHT_ITEMS);
  }

  /** How many links and withdrawals there was no room for. */
  long refused() {
    return refused;
  }

  /** How many events of machines were left out. */
  long bots() {
    return bots;
  }

  /** An estimate of the heap taken. */
  long bytes() {
    return items.bytes()
        + index.sessions().bytes()
        + recent.bytes()
        + bought.bytes()
        + namesBytes();
  }

  private long namesBytes() {
    return identities.bytes() + withdrawn.bytes();
  }

  private boolean hasRoomForNames() {
    return namesBytes() < budgetBytes / 2;
  }

  private void learn(CustomerMerge merge) {
    identities.forget(merge.customerId());
    if (merge.canonicalId().equals(merge.customerId())) {
      return;
    }
    if (hasRoomForNames()) {
      identities.link(merge.customerId(), merge.canonicalId());
    } else {
      refused++;
    }
  }

  private void withdraw(String itemId) {
    if (hasRoomForNames()) {
      withdrawn.add(itemId);
    } else if (!withdrawn.contains(itemId)) {
      refused++;
    }
  }

  private void learn(CustomerEvent event) {
    if (event.isBot()) {
      bots++;
      return;
    }
    Touches touches = Touches.of(event);
    if (touches.items().isEmpty()) {
      return;
    }
    int[] numbers = touches.items().stream().mapToInt(items::retain).toArray();
    long millis = event.occurredAt().toEpochMilli();
    long[] steps = Steps.of(millis, Hashes.of('e', event.eventId()), numbers);
    long customer = Identities.key(event.customerId());
    if (event.sessionId() != null) {
      index.sessions().add(sessionKey(event.sessionId()), Sequences.NO_GAP, steps, customer);
    } else {
      String device = event.anonymousId() != null ? event.anonymousId() : event.customerId();
      index.sessions().add(Hashes.of('d', device), PAUSE.toMillis(), steps, customer);
    }
    recent.add(customer, Sequences.NO_GAP, steps, customer);
    if (touches.bought()) {
      bought.add(customer, Sequences.NO_GAP, steps, customer);
    }
    for (int number : numbers) {
      items.release(number);
    }
  }

  private void keepWithinBudget() {
    while (bytes() > budgetBytes && index.sessions().size() > 1) {
      Sequences oldest = index.sessions();
      for (Sequences candidate : List.of(recent, bought)) {
        oldest = candidate.size() > 0 && candidate.oldest() < oldest.oldest() ? candidate : oldest;
      }
      oldest.evictOldest();
    }
  }

  private static long[] together(Sequences sequences, Collection<Long> customerKeys, int most) {
    long[] all = Steps.NONE;
    for (long key : customerKeys) {
      all = Steps.merge(all, sequences.of(key), most);
    }
    return all;
  }
}
