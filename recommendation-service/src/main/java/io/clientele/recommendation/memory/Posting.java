package io.clientele.recommendation.memory;

/**
 * The newest sessions that have an item, and what is counted over all that have it. Immutable: each
 * change makes another one, so that whoever holds it sees one moment of it.
 *
 * <p>A session that it names may have left or changed since; who follows one looks for the item in
 * it.
 */
public final class Posting {

  /** Of an item that no session has. */
  static final Posting NONE = new Posting(new long[0], 0, Usage.NONE);

  /** How many sessions of an item a reader sees: M of models.md, DEF A and B. */
  public static final int VISIBLE = 1000;

  private static final int SLOT_BITS = 26;
  private static final int LENGTH_BITS = 6;

  /** Sessions that can be told apart. */
  static final int MOST_SLOTS = 1 << SLOT_BITS;

  private final long[] entries;
  private final int frequency;
  private final Usage usage;
  private volatile Decayed decayed;

  /** Of entries, the oldest session's first. */
  Posting(long[] entries, int frequency, Usage usage) {
    this.entries = entries;
    this.frequency = frequency;
    this.usage = usage;
  }

  /** A session in a posting: when its newest step was, how many steps it has, which it is. */
  static long entry(long millis, int length, int slot) {
    return ((millis / 1000) << (SLOT_BITS + LENGTH_BITS))
        | ((long) Math.min(length, (1 << LENGTH_BITS) - 1) << SLOT_BITS)
        | slot;
  }

  static int slotOf(long entry) {
    return (int) entry & (MOST_SLOTS - 1);
  }

  /** How many sessions can be read. */
  public int size() {
    return Math.min(VISIBLE, entries.length);
  }

  /** How many are held, which is more than are seen of sessions. */
  public int held() {
    return entries.length;
  }

  /** The session by its rank, 0 for the newest. */
  public int slot(int rank) {
    return slotOf(entries[entries.length - 1 - rank]);
  }

  /** When that session's newest step was, in seconds since 1970. */
  public long seconds(int rank) {
    return entries[entries.length - 1 - rank] >>> (SLOT_BITS + LENGTH_BITS);
  }

  /** How many steps that session has. */
  public int length(int rank) {
    return (int) (entries[entries.length - 1 - rank] >>> SLOT_BITS) & ((1 << LENGTH_BITS) - 1);
  }

  /** How many sessions have the item, those that cannot be read included. */
  public int frequency() {
    return frequency;
  }

  /** What all of them did with it. */
  public Usage usage() {
    return usage;
  }

  /**
   * The sessions that can be read, each half as much for every {@link HalfLives#slow} that it is
   * older than a moment.
   */
  public double slow(HalfLives halfLives, double seconds) {
    return decayed(halfLives).slow * HalfLives.factor(seconds - seconds(0), halfLives.slow());
  }

  /** The same with {@link HalfLives#recent}. */
  public double recent(HalfLives halfLives, double seconds) {
    return decayed(halfLives).recent * HalfLives.factor(seconds - seconds(0), halfLives.recent());
  }

  long[] entries() {
    return entries;
  }

  /** As of the newest session, summed up once, when first asked for. */
  private Decayed decayed(HalfLives halfLives) {
    Decayed known = decayed;
    if (known == null || !known.by.same(halfLives)) {
      double slow = 0;
      double recent = 0;
      for (int rank = 0; rank < size(); rank++) {
        double age = seconds(0) - seconds(rank);
        slow += HalfLives.factor(age, halfLives.slow());
        recent += HalfLives.factor(age, halfLives.recent());
      }
      known = new Decayed(halfLives, slow, recent);
      decayed = known;
    }
    return known;
  }

  private record Decayed(HalfLives by, double slow, double recent) {}
}
