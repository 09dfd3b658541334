package io.clientele.recommendation;

/** The items that the shop withdrew, as hashes in an open-addressed table. */
final class WithdrawnItems {

  private static final long FREE = 0;

  /** The most an item takes: the table is between a quarter and a half full. */
  private static final int BYTES = 4 * Long.BYTES;

  private long[] table = new long[16];
  private int size;

  void add(String itemId) {
    long hash = hash(itemId);
    int place = place(hash);
    if (table[place] == FREE) {
      table[place] = hash;
      size++;
      if (2 * size > table.length) {
        grow();
      }
    }
  }

  void remove(String itemId) {
    int place = place(hash(itemId));
    if (table[place] == FREE) {
      return;
    }
    table[place] = FREE;
    size--;
    // What stood behind it may have been meant for its place, and must be found again.
    for (int behind = after(place); table[behind] != FREE; behind = after(behind)) {
      long moved = table[behind];
      table[behind] = FREE;
      table[place(moved)] = moved;
    }
  }

  boolean contains(String itemId) {
    return table[place(hash(itemId))] != FREE;
  }

  /** An estimate of the heap taken, not below the truth but for a small table. */
  long bytes() {
    return (long) BYTES * size;
  }

  private void grow() {
    long[] old = table;
    table = new long[2 * old.length];
    for (long hash : old) {
      if (hash != FREE) {
        table[place(hash)] = hash;
      }
    }
  }

  /** Where the hash stands, or the free place where it would. */
  private int place(long hash) {
    int place = (int) hash & (table.length - 1);
    while (table[place] != FREE && table[place] != hash) {
      place = after(place);
    }
    return place;
  }

  private int after(int place) {
    return (place + 1) & (table.length - 1);
  }

  private static long hash(String itemId) {
    long hash = Hashes.of('i', itemId);
    return hash == FREE ? 1 : hash;
  }
}
