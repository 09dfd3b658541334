package io.clientele.recommendation;

import java.util.Arrays;

/**
 * The newest sessions of the whole shop, and for each item the sessions that have it. Its content
 * is given by the set of events, whatever their order of arrival.
 */
final class SessionIndex {

  /** How many steps of a session are kept: models.md, session recommendations, state. */
  static final int STEPS = 20;

  /** Two longs in the session, one place in the item's list with its spare room. */
  private static final int BYTES_PER_STEP = 2 * Long.BYTES + 6;

  private final Sequences sessions;
  private final Postings postings;
  private byte[] distinct = new byte[16];

  SessionIndex(Items items) {
    this.sessions = new Sequences(items, STEPS, BYTES_PER_STEP, new Watch());
    this.postings = new Postings(sessions::older);
  }

  /** The store itself, to add to and to let the oldest go. */
  Sequences sessions() {
    return sessions;
  }

  Postings postings() {
    return postings;
  }

  /** The number of different items of a session. */
  int distinct(int slot) {
    return distinct[slot];
  }

  /** Keeps the items' lists in step with the sessions. */
  private final class Watch implements Sequences.Watcher {

    @Override
    public void leaving(int slot) {
      long[] steps = sessions.steps(slot);
      for (int i = 0; i < Steps.count(steps); i++) {
        if (Steps.isLastOfItsItem(steps, i)) {
          postings.remove(Steps.item(steps, i), slot);
        }
      }
    }

    @Override
    public void entered(int slot) {
      long[] steps = sessions.steps(slot);
      if (slot >= distinct.length) {
        distinct = Arrays.copyOf(distinct, slot + 1 + (slot >> 1));
      }
      distinct[slot] = 0;
      for (int i = 0; i < Steps.count(steps); i++) {
        if (Steps.isLastOfItsItem(steps, i)) {
          postings.add(Steps.item(steps, i), slot);
          distinct[slot]++;
        }
      }
    }
  }
}
