package io.clientele.recommendation.memory;

import java.util.function.IntConsumer;

/**
 * The newest sessions of the whole shop, for each item the sessions that have it, and for each
 * customer the sessions that are theirs. Its content is given by the set of events, whatever their
 * order of arrival.
 */
final class SessionIndex {

  /**
   * How many steps of a session are kept. On the last eighth of YooChoose's training part 50 cost
   * nothing, 20 cost .3 points of HR@20.
   */
  static final int STEPS = 50;

  /** Of one customer. */
  private static final int MOST_SESSIONS = 200;

  /** Two longs in the session, one in the item's list. */
  private static final int BYTES_PER_STEP = 3 * Long.BYTES;

  private final Sequences sessions;
  private final Postings postings;
  private final Owners owners = new Owners();
  private volatile HalfLives halfLives = HalfLives.of(0, 0);

  SessionIndex(Items items) {
    this.sessions = new Sequences(items, STEPS, BYTES_PER_STEP, this::changing);
    this.postings = new Postings(sessions);
  }

  /**
   * Adds one event's steps to their session. A customer's oldest session goes where there are too
   * many, so that nobody, a machine least of all, pushes the rest of the shop out.
   */
  void add(long[] steps, long gapMillis) {
    sessions.add(steps, gapMillis);
    int[] theirs = owners.slotsOf(Steps.owner(steps));
    if (theirs.length > MOST_SESSIONS) {
      int oldest = theirs[0];
      for (int slot : theirs) {
        oldest = sessions.older(slot, oldest) ? slot : oldest;
      }
      sessions.remove(oldest);
    }
  }

  /** The store itself, to let the oldest go. */
  Sequences sessions() {
    return sessions;
  }

  Postings postings() {
    return postings;
  }

  Owners owners() {
    return owners;
  }

  /** By the sessions that there are. */
  HalfLives halfLives() {
    return halfLives;
  }

  /** Looks at the pace of the sessions anew. */
  void pace() {
    if (sessions.size() > 0) {
      long span = Steps.millis(sessions.newest()) - Steps.millis(sessions.oldest());
      halfLives = HalfLives.of(sessions.size(), span / 1000.0);
    }
  }

  /** An estimate of the heap taken. */
  long bytes() {
    return sessions.bytes() + owners.bytes();
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
  }

  private static void forEachItem(long[] steps, IntConsumer visitor) {
    for (int i = 0; i < Steps.count(steps); i++) {
      if (Steps.isLastOfItsItem(steps, i)) {
        visitor.accept(Steps.item(steps, i));
      }
    }
  }
}
