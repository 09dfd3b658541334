package io.clientele.recommendation.fit;

import io.clientele.recommendation.memory.ShopMemory;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.rank.Candidates;
import io.clientele.recommendation.rank.Ranking;
import io.clientele.recommendation.source.Rows;
import io.clientele.recommendation.source.SessionAtHand;
import io.clientele.recommendation.source.Sources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A shop's past once more, in the order of time: each session enters an index of its own when it
 * has ended, and what a step went on to is asked for before anything that came after it has
 * entered. So nothing that is learned from the answers knows what came later.
 */
final class Replay {

  /** Told of every step that is to be foretold. */
  interface Listener {
    /**
     * A query.
     *
     * @param candidates valid until this returns
     * @param next the item that came next
     */
    void asked(Candidates candidates, String next);
  }

  /** The end of a walk, or a step of it to be foretold. */
  private record Moment(long millis, Walk walk, int step) {

    static final int END = Integer.MAX_VALUE;

    /** What is asked at a moment comes before what enters at it. */
    static final Comparator<Moment> BY_TIME =
        Comparator.comparingLong(Moment::millis).thenComparing(moment -> moment.step == END);
  }

  private final ShopView shop;
  private final ShopMemory past;
  private final Ranking ranking;
  private long entered = Long.MIN_VALUE;

  /** Of nothing yet. */
  Replay(ShopView shop, long budgetBytes) {
    this.shop = shop;
    this.past = ShopMemory.ofThePast(budgetBytes, shop);
    Rows rows = new Rows(past.view(), budgetBytes / 2);
    this.ranking = new Ranking(past.view(), Sources.of(past.view(), rows));
  }

  /** Lets sessions enter. */
  void enter(List<Walk> walks) {
    for (Walk walk : walks) {
      past.learn(walk.steps(), walk.items());
      entered = Math.max(entered, walk.end());
    }
    past.settle();
  }

  /**
   * Asks what these sessions went on to, and lets them enter. Steps before the last session that
   * entered are not asked for.
   */
  void play(List<Walk> walks, Choice choice, Listener listener) {
    long from = entered;
    List<Moment> moments = new ArrayList<>();
    for (Walk walk : walks) {
      for (int step = 1; step < walk.items().size(); step++) {
        boolean isAsked = walk.isToBeForetold(step) && walk.millis(step) > from;
        if (isAsked && choice.has(walk.steps(), step)) {
          moments.add(new Moment(walk.millis(step), walk, step));
        }
      }
      moments.add(new Moment(walk.end(), walk, Moment.END));
    }
    moments.sort(Moment.BY_TIME);
    for (Moment moment : moments) {
      if (moment.step == Moment.END) {
        enter(List.of(moment.walk));
      } else {
        ask(moment.walk, moment.step, listener);
      }
    }
  }

  private void ask(Walk walk, int step, Listener listener) {
    List<long[]> earlier = past.view().sessionsOf(shop.keysOfOwner(walk.steps()));
    List<String> items = walk.items().subList(0, step);
    SessionAtHand session = SessionAtHand.of(items, past.view(), List.of()).after(earlier);
    listener.asked(ranking.of(session), walk.items().get(step));
  }
}
