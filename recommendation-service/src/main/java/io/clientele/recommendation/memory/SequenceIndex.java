package io.clientele.recommendation.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Sequences that are found by item and by owner. One thread changes them, any reads. */
final class SequenceIndex {

  /** Two longs in the sequence, one in the item's list. */
  static final int BYTES_PER_STEP = 3 * Long.BYTES;

  /**
   * What becomes of them.
   *
   * @param joining makes one of what a key has and what comes to it
   * @param ofItem how many sequences of an item are found
   * @param ofOwner how many of one owner are kept
   */
  record Policy(Sequences.Joining joining, int ofItem, int ofOwner) {}

  private final int mostOfOwner;
  private final Sequences.Watcher watcher;
  private final Sequences sequences;
  private final Postings postings;
  private final Owners owners = new Owners();

  /**
   * An empty one.
   *
   * @param halfLives by which sequences weigh less just now
   * @param watcher told of every change, too
   */
  SequenceIndex(
      Items items,
      Departed departed,
      Policy policy,
      Supplier<HalfLives> halfLives,
      Sequences.Watcher watcher) {
    this.mostOfOwner = policy.ofOwner;
    this.watcher = watcher;
    this.sequences = new Sequences(items, departed, policy.joining, BYTES_PER_STEP, this::changing);
    this.postings = new Postings(sequences, policy.ofItem, halfLives);
  }

  /**
   * Adds one event's steps to those of their key. An owner's oldest sequence goes where there are
   * too many, so that nobody, a machine least of all, pushes the rest of the shop out.
   */
  void add(long[] steps, long gapMillis) {
    sequences.add(steps, gapMillis);
    int[] theirs = owners.slotsOf(Steps.owner(steps));
    if (theirs.length > mostOfOwner) {
      int oldest = theirs[0];
      for (int slot : theirs) {
        oldest = sequences.older(slot, oldest) ? slot : oldest;
      }
      sequences.remove(oldest);
    }
  }

  /** The store itself, to let the oldest go. */
  Sequences sequences() {
    return sequences;
  }

  /** The newest that have an item; of {@link Items#UNKNOWN} none. */
  Posting with(int item) {
    return item == Items.UNKNOWN ? Posting.NONE : postings.of(item);
  }

  /** The sequences of these owners, the oldest first. */
  List<long[]> of(Collection<Long> ownerKeys) {
    List<long[]> found = new ArrayList<>();
    for (long key : ownerKeys) {
      for (int slot : owners.slotsOf(key)) {
        long[] steps = sequences.steps(slot);
        if (steps != null && Steps.owner(steps) == key) {
          found.add(steps);
        }
      }
    }
    found.sort(Sequences::compare);
    return found;
  }

  /** Whether any is the owner's. */
  boolean knows(long ownerKey) {
    return owners.slotsOf(ownerKey).length > 0;
  }

  /** An estimate of the heap taken. */
  long bytes() {
    return sequences.bytes() + owners.bytes();
  }

  private void changing(int slot, long[] before, long[] after) {
    if (before != null) {
      forEachItem(
          before,
          item ->
              postings.change(
                  item,
                  slot,
                  before,
                  after == null || Steps.lastOf(after, item) < 0 ? null : after));
    }
    if (after != null) {
      forEachItem(
          after,
          item -> {
            if (before == null || Steps.lastOf(before, item) < 0) {
              postings.change(item, slot, null, after);
            }
          });
    }
    owners.change(slot, before, after);
    watcher.changing(slot, before, after);
  }

  private static void forEachItem(long[] steps, IntConsumer visitor) {
    for (int i = 0; i < Steps.count(steps); i++) {
      if (Steps.isLastOfItsItem(steps, i)) {
        visitor.accept(Steps.item(steps, i));
      }
    }
  }
}
