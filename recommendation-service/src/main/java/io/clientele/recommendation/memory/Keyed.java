package io.clientele.recommendation.memory;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.ObjLongConsumer;

/**
 * Values by hashes, in an open-addressed table. One thread writes; any thread reads, without a
 * lock: a place never goes to another hash within a table, and a new table replaces the old one as
 * a whole.
 */
final class Keyed<V> {

  private static final int LEAST_PLACES = 16;
  private static final long FREE = 0;

  /** A hash and a reference, in a table between a sixth and a half full. */
  private static final int PLACE_BYTES = 3 * (Long.BYTES + Integer.BYTES);

  private static final class Table<V> {
    final AtomicLongArray hashes;
    final AtomicReferenceArray<V> values;
    final int mask;

    Table(int places) {
      hashes = new AtomicLongArray(places);
      values = new AtomicReferenceArray<>(places);
      mask = places - 1;
    }

    /** Where the hash stands, or the free place where it would. */
    int place(long hash) {
      int place = (int) (hash ^ (hash >>> 32)) & mask;
      for (long there = hashes.getAcquire(place);
          there != hash && there != FREE;
          there = hashes.getAcquire(place)) {
        place = (place + 1) & mask;
      }
      return place;
    }
  }

  private volatile Table<V> table = new Table<>(LEAST_PLACES);
  private int taken;
  private int size;

  /** The value of a hash; null where there is none. */
  V get(long hash) {
    Table<V> now = table;
    int place = now.place(hash);
    // A free place may have become another hash's since it was found.
    return now.hashes.getAcquire(place) == hash ? now.values.getAcquire(place) : null;
  }

  /**
   * Replaces a value.
   *
   * @param hash not 0
   * @param value null takes it out
   */
  void put(long hash, V value) {
    int place = table.place(hash);
    V before = table.values.getPlain(place);
    size += (value == null ? 0 : 1) - (before == null ? 0 : 1);
    if (before == null && value == null) {
      return;
    }
    table.values.setRelease(place, value);
    if (table.hashes.getPlain(place) == FREE) {
      table.hashes.setRelease(place, hash);
      taken++;
      if (2 * taken > table.mask) {
        renew();
      }
    }
  }

  int size() {
    return size;
  }

  /** An estimate of the heap taken, the values themselves apart. */
  long bytes() {
    return (long) PLACE_BYTES * size;
  }

  /** Only for the thread that writes. */
  void forEach(ObjLongConsumer<V> visitor) {
    for (int place = 0; place <= table.mask; place++) {
      V value = table.values.getPlain(place);
      if (value != null) {
        visitor.accept(value, table.hashes.getPlain(place));
      }
    }
  }

  /**
   * Without the hashes that have no value any more, a third full at most: then half as many again
   * can come, or come and go, before the next time.
   */
  private void renew() {
    Table<V> next = new Table<>(Math.max(LEAST_PLACES, 2 * Integer.highestOneBit(3 * size)));
    forEach(
        (value, hash) -> {
          int place = next.place(hash);
          next.values.setPlain(place, value);
          next.hashes.setPlain(place, hash);
        });
    taken = size;
    table = next;
  }
}
