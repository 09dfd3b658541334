package io.clientele.recommendation.memory;

import java.util.Arrays;

/** Which sessions are whose: a customer's, by the slots of the newest step's owner. */
final class Owners {

  private static final int[] NOBODYS = {};

  /** Of an array of slots. */
  private static final int HEADER_BYTES = 16;

  private final Keyed<int[]> slots = new Keyed<>();
  private long held;

  /** The slots of a customer's sessions, in no order; some may have become another's since. */
  int[] slotsOf(long customerKey) {
    int[] theirs = slots.get(customerKey);
    return theirs == null ? NOBODYS : theirs;
  }

  void change(int slot, long[] before, long[] after) {
    if (before != null && after != null && Steps.owner(before) == Steps.owner(after)) {
      return;
    }
    if (before != null) {
      int[] theirs = slotsOf(Steps.owner(before));
      int[] left = Arrays.stream(theirs).filter(other -> other != slot).toArray();
      slots.put(Steps.owner(before), left.length == 0 ? null : left);
      held -= theirs.length - left.length;
    }
    if (after != null) {
      int[] theirs = slotsOf(Steps.owner(after));
      int[] more = Arrays.copyOf(theirs, theirs.length + 1);
      more[theirs.length] = slot;
      slots.put(Steps.owner(after), more);
      held++;
    }
  }

  /** An estimate of the heap taken. */
  long bytes() {
    return slots.bytes() + (long) HEADER_BYTES * slots.size() + Integer.BYTES * held;
  }
}
