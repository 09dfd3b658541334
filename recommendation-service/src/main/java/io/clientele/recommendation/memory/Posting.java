package io.clientele.recommendation.memory;

/**
 * The newest sessions that have an item, and what is counted over all that have it. Each change
 * makes another one, so that whoever holds it sees one moment of it.
 *
 * <p>A session that it names may have left or changed since; who follows one looks for the item in
 * it.
 */
public final class Posting {

  /** Of an item that no session has. */
  static final Posting NONE = new Posting(Entries.NONE, 0, 0, Usage.NONE, Weights.NONE);

  /** How many sessions of an item a reader sees (models.md, M). */
  public static final int VISIBLE = 1000;

  private static final int SLOT_BITS = 26;
  private static final int LENGTH_BITS = 6;

  /** Sessions that can be told apart. */
  static final int MOST_SLOTS = 1 << SLOT_BITS;

  private final Entries entries;
  private final int frequency;
  private final long changes;
  private final Usage usage;

  /** Replaced where they are asked for by other half-lives; any thread's will do. */
  private Weights weights;

  /**
   * A posting.
   *
   * @param entries sessions, see {@link #entry}, the oldest first
   * @param changes see {@link #changes}
   * @param weights of those that can be read
   */
  Posting(Entries entries, int frequency, long changes, Usage usage, Weights weights) {
    this.entries = entries;
    this.frequency = frequency;
    this.changes = changes;
    this.usage = usage;
    this.weights = weights;
  }

  /**
   * A session in a posting: when its newest step was (until 2106, and nothing counts as later than
   * an hour after it was received), how many steps it has, which it is.
   */
  static long entry(long millis, int length, int slot) {
    return ((millis / 1000) << (SLOT_BITS + LENGTH_BITS))
        | ((long) Math.min(length, (1 << LENGTH_BITS) - 1) << SLOT_BITS)
        | slot;
  }

  /** When its newest step was, in seconds since 1970. */
  public static long secondsOf(long entry) {
    return entry >>> (SLOT_BITS + LENGTH_BITS);
  }

  /** How many steps it has. */
  public static int lengthOf(long entry) {
    return (int) (entry >>> SLOT_BITS) & ((1 << LENGTH_BITS) - 1);
  }

  /** Which session it is. */
  public static int slotOf(long entry) {
    return (int) entry & (MOST_SLOTS - 1);
  }

  /** How many sessions can be read. */
  public int size() {
    return Math.min(VISIBLE, entries.size());
  }

  /** How many are held, which is more than are seen of sessions. */
  public int held() {
    return entries.size();
  }

  /** The session by its rank, 0 for the newest. */
  public int slot(int rank) {
    return slotOf(newest(rank));
  }

  /**
   * Reads many sessions at once, the newest first, each as a number of which {@link #slotOf},
   * {@link #secondsOf} and {@link #lengthOf} tell.
   *
   * @return how many: {@code most}, or all that can be read
   */
  public int read(int most, long[] into) {
    int count = Math.min(most, size());
    entries.copyNewest(count, into);
    return count;
  }

  /** When that session's newest step was, in seconds since 1970. */
  public long seconds(int rank) {
    return secondsOf(newest(rank));
  }

  private long newest(int rank) {
    return entries.get(entries.size() - 1 - rank);
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
   * The difference between two postings of an item is how many changes they are apart; very many
   * where the item had no sessions in between.
   */
  public long changes() {
    return changes;
  }

  /** What the sessions that can be read weigh together, older ones less. */
  @SuppressWarnings("ReferenceEquality") // asked all the time; equal ones are mostly one object
  public Weights weights(HalfLives by) {
    Weights known = weights;
    if (known.by() != by) {
      known = Weights.of(entries, by);
      weights = known;
    }
    return known;
  }

  Entries entries() {
    return entries;
  }
}
