package io.clientele.recommendation.memory;

/**
 * The newest sessions of the whole shop, found by item and by customer. Its content is given by the
 * set of events, whatever their order of arrival.
 */
final class SessionIndex {

  /**
   * How many steps of a session are kept. On the last eighth of YooChoose's training part 50 cost
   * nothing, 20 cost .3 points of HR@20.
   */
  static final int STEPS = 50;

  /** Sessions of one customer id that are kept, and of all of a customer's ids that are read. */
  static final int OF_CUSTOMER = 200;

  /** Of an item some more than are seen, see {@link Postings}. */
  private static final SequenceIndex.Policy POLICY =
      new SequenceIndex.Policy(
          (a, b) -> Steps.merge(a, b, STEPS), Posting.VISIBLE + Posting.VISIBLE / 4, OF_CUSTOMER);

  private final SequenceIndex found;
  private final Keyed<long[]> newestOf = new Keyed<>();
  private volatile HalfLives halfLives = HalfLives.of(0, 0, 0);

  /**
   * An empty one.
   *
   * @param watcher told of every change
   */
  SessionIndex(Items items, Departed departed, Sequences.Watcher watcher) {
    this.found =
        new SequenceIndex(
            items,
            departed,
            POLICY,
            this::halfLives,
            (slot, before, after) -> {
              note(before, after);
              watcher.changing(slot, before, after);
            });
  }

  /** Adds one event's steps to their session. */
  void add(long[] steps, long gapMillis) {
    found.add(Steps.newest(steps, STEPS), gapMillis);
  }

  /** The newest session of a key; null where there is none. */
  long[] ofKey(long key) {
    return newestOf.get(key);
  }

  @SuppressWarnings("ReferenceEquality") // each change of a session makes another array
  private void note(long[] before, long[] after) {
    long key = Steps.key(after == null ? before : after);
    long[] known = newestOf.get(key);
    boolean isReplaced = known == null || known == before;
    if (after != null && (isReplaced || Sequences.compare(known, after) < 0)) {
      newestOf.put(key, after);
    } else if (after == null && isReplaced) {
      newestOf.put(key, null);
    }
  }

  /** An estimate of the heap taken. */
  long bytes() {
    return found.bytes() + newestOf.bytes();
  }

  /** The sessions themselves. */
  Sequences sessions() {
    return found.sequences();
  }

  /** Where they are found. */
  SequenceIndex found() {
    return found;
  }

  /** By the sessions that there are. */
  HalfLives halfLives() {
    return halfLives;
  }

  /** Looks at the pace of the sessions anew. */
  void pace() {
    Sequences sessions = sessions();
    if (sessions.size() > 0) {
      long span = Steps.millis(sessions.newest()) - Steps.millis(sessions.oldest());
      double newest = Steps.millis(sessions.newest()) / 1000.0;
      HalfLives now = HalfLives.of(sessions.size(), span / 1000.0, newest);
      halfLives = now.equals(halfLives) ? halfLives : now;
    }
  }
}
