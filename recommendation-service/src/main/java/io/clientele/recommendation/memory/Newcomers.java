package io.clientele.recommendation.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Of each category the items that the shop told of last, so that they can be suggested before
 * anybody touched them. One thread changes them, any reads.
 */
final class Newcomers {

  /** How many of a category are seen. */
  static final int VISIBLE = 24;

  /** Some more, so that one which leaves is followed by one that was there all along. */
  private static final int HELD = VISIBLE + VISIBLE / 4;

  private static final int BYTES = 40;

  private static final Comparator<Newcomer> NEWEST_FIRST =
      Comparator.comparingLong(Newcomer::millis).reversed().thenComparing(Newcomer::id);

  private record Newcomer(int item, String id, long millis) {}

  private final Items items;
  private final Keyed<List<Newcomer>> categories = new Keyed<>();
  private long held;

  Newcomers(Items items) {
    this.items = items;
  }

  /** The items of a category, the newest first. */
  int[] of(int category) {
    return there(category).stream().limit(VISIBLE).mapToInt(Newcomer::item).toArray();
  }

  /** Tells of an item that is not there. */
  void add(int category, String id, long millis) {
    List<Newcomer> more = new ArrayList<>(there(category));
    more.add(new Newcomer(items.retain(id), id, millis));
    more.sort(NEWEST_FIRST);
    held++;
    if (more.size() > HELD) {
      leave(more.remove(HELD));
    }
    categories.put(key(category), List.copyOf(more));
  }

  /** Takes an item out, if it is there. */
  void remove(int category, String id) {
    List<Newcomer> fewer = new ArrayList<>(there(category));
    for (Newcomer there : there(category)) {
      if (there.id.equals(id)) {
        fewer.remove(there);
        categories.put(key(category), fewer.isEmpty() ? null : List.copyOf(fewer));
        leave(there);
      }
    }
  }

  /** An estimate of the heap taken. */
  long bytes() {
    return categories.bytes() + BYTES * held;
  }

  /** An estimate of what the items' texts and numbers take elsewhere. */
  long bytesOfTexts() {
    return (long) Items.FIXED_BYTES * held;
  }

  private List<Newcomer> there(int category) {
    List<Newcomer> there = categories.get(key(category));
    return there == null ? List.of() : there;
  }

  private void leave(Newcomer newcomer) {
    items.release(newcomer.item);
    held--;
  }

  /** Not 0, which means nothing in tables. */
  private static long key(int category) {
    return category + 1L;
  }
}
