package io.clientele.recommendation.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sequences of steps in slots. A key has one sequence for each run of steps without a longer pause
 * than its gap; a late step that closes a pause makes two runs one. The oldest leave first, and
 * what is older than everything that left is not let in again, so that what stays is given by the
 * steps and not by their order of arrival.
 *
 * <p>One thread changes them; any may read {@link #steps}.
 */
final class Sequences {

  /** Told of every change, while the slot still has what it had. */
  interface Watcher {
    /**
     * A slot changes.
     *
     * @param before null where the slot had nothing
     * @param after null where the slot becomes empty
     */
    void changing(int slot, long[] before, long[] after);
  }

  /** Makes what a key has and what comes to it one sequence, whichever is which. */
  interface Joining {
    long[] join(long[] one, long[] other);
  }

  /** A gap that no pause exceeds: one sequence a key. */
  static final long ENDLESS_GAP = Long.MAX_VALUE / 4;

  /**
   * The columns, the heap, the buckets and the array's header and head, grown by half on average.
   */
  private static final int FIXED_BYTES = 64;

  private final Items items;
  private final Departed departed;
  private final Joining joining;
  private final int bytesPerStep;
  private final Watcher watcher;
  private final OldestFirst oldestFirst = new OldestFirst(this::older);
  private final Waiting free = new Waiting();

  private final GrowingArray<long[]> slots = new GrowingArray<>();
  private final KeyChains chains = new KeyChains(slot -> Steps.key(steps(slot)));
  private int used;
  private volatile int size;
  private long bytes;
  private volatile long newest;

  /**
   * An empty store.
   *
   * @param departed shared by all stores of one budget
   * @param bytesPerStep what a step costs, elsewhere too
   */
  Sequences(Items items, Departed departed, Joining joining, int bytesPerStep, Watcher watcher) {
    this.items = items;
    this.departed = departed;
    this.joining = joining;
    this.bytesPerStep = bytesPerStep;
    this.watcher = watcher;
  }

  /** Adds one event's steps, as many as are kept at most, to those of their key. */
  void add(long[] added, long gapMillis) {
    long millis = Steps.millis(Steps.newest(added));
    List<Integer> near = near(Steps.key(added), millis, gapMillis);
    long[] all = added;
    for (int slot : near) {
      all = joining.join(all, steps(slot));
    }
    if (near.isEmpty() && departed.isAsOldAs(Steps.newest(all))) {
      return;
    }
    retain(all);
    near.subList(Math.min(1, near.size()), near.size()).forEach(this::remove);
    if (near.isEmpty()) {
      enter(all);
    } else {
      replace(near.get(0), all);
    }
    newest = Math.max(newest, Steps.newest(all));
  }

  /** Lets the oldest sequence go; there must be one. */
  void evictOldest() {
    int slot = oldestFirst.oldest();
    departed.add(Steps.newest(steps(slot)));
    remove(slot);
  }

  /** What a slot has, null if nothing. */
  long[] steps(int slot) {
    return slots.get(slot);
  }

  /** Whatever the slots have, in no order. */
  Stream<long[]> all() {
    return IntStream.range(0, slots.length()).mapToObj(slots::get).filter(Objects::nonNull);
  }

  /** The order of the newest step of all that ever came. */
  long newest() {
    return newest;
  }

  /** The order of the oldest sequence; there must be one. */
  long oldest() {
    return Steps.newest(steps(oldestFirst.oldest()));
  }

  boolean older(int slot, int than) {
    int order = compare(steps(slot), steps(than));
    return order != 0 ? order < 0 : slot < than;
  }

  /** By the newest step, then by key. */
  static int compare(long[] one, long[] other) {
    int byTime = Long.compare(Steps.newest(one), Steps.newest(other));
    return byTime != 0 ? byTime : Long.compare(Steps.key(one), Steps.key(other));
  }

  int size() {
    return size;
  }

  /** An estimate of the heap taken, here and by what refers to the steps. */
  long bytes() {
    return bytes;
  }

  private List<Integer> near(long key, long millis, long gapMillis) {
    List<Integer> near = new ArrayList<>(2);
    for (int slot = chains.first(key); slot != KeyChains.NONE; slot = chains.next(slot)) {
      long[] there = steps(slot);
      if (Steps.key(there) == key
          && millis >= Steps.beganMillis(there) - gapMillis
          && millis <= Steps.millis(Steps.newest(there)) + gapMillis) {
        near.add(slot);
      }
    }
    return near;
  }

  private void enter(long[] all) {
    int slot = free.hasRested() ? free.take() : used++;
    bytes += bytesOf(all);
    watcher.changing(slot, null, all);
    slots.set(slot, all);
    chains.makeRoom(slots.length());
    chains.add(slot, Steps.key(all));
    oldestFirst.add(slot);
    size = oldestFirst.size();
  }

  private void replace(int slot, long[] all) {
    long[] before = steps(slot);
    bytes += bytesOf(all) - bytesOf(before);
    oldestFirst.remove(slot);
    watcher.changing(slot, before, all);
    slots.set(slot, all);
    oldestFirst.add(slot);
    release(before);
  }

  /** Lets a sequence go. */
  void remove(int slot) {
    long[] before = steps(slot);
    bytes -= bytesOf(before);
    oldestFirst.remove(slot);
    size = oldestFirst.size();
    watcher.changing(slot, before, null);
    chains.remove(slot, Steps.key(before));
    slots.set(slot, null);
    free.add(slot);
    release(before);
  }

  private void retain(long[] all) {
    for (int i = 0; i < Steps.count(all); i++) {
      items.retain(Steps.item(all, i));
    }
  }

  private void release(long[] left) {
    for (int i = 0; i < Steps.count(left); i++) {
      items.release(Steps.item(left, i));
    }
  }

  private long bytesOf(long[] all) {
    return FIXED_BYTES + (long) bytesPerStep * Steps.count(all);
  }
}
