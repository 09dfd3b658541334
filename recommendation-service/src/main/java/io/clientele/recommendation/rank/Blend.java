package io.clientele.recommendation.rank;

import io.clientele.recommendation.memory.HalfLives;
import io.clientele.recommendation.memory.Posting;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.source.Scores;
import io.clientele.recommendation.source.SessionAtHand;
import io.clientele.recommendation.source.Signal;

/** The fixed sum of all signals that chooses the candidates: models.md, "A live recipe". */
public final class Blend {

  private static final double POPULARITY = .02;
  private static final double REPEAT = .2;

  private final ShopView shop;

  public Blend(ShopView shop) {
    this.shop = shop;
  }

  /** How much speaks for each candidate, by place. The session's own items become candidates. */
  public double[] of(SessionAtHand session, Scores scores) {
    for (int item : session.newestFirst()) {
      if (item != ShopView.UNKNOWN) {
        scores.place(item);
      }
    }
    double[] blend = new double[scores.size()];
    for (Signal signal : Signal.values()) {
      scores.addShares(signal, signal.weight(), blend);
    }
    addPopularity(scores, blend);
    for (int distance = 0; distance < session.newestFirst().length; distance++) {
      int item = session.newestFirst()[distance];
      if (item != ShopView.UNKNOWN) {
        blend[scores.find(item)] += ofSession(distance);
      }
    }
    return blend;
  }

  /** What is added for an item that the session has, by how many items ago it was touched. */
  static double ofSession(int distance) {
    return REPEAT / (1 + distance);
  }

  /** Adds of each candidate its share in how popular all are just now. */
  private void addPopularity(Scores scores, double[] blend) {
    HalfLives halfLives = shop.halfLives();
    Posting[] postings = scores.postings(shop);
    double[] recent = new double[scores.size()];
    double sum = 0;
    for (int place = 0; place < recent.length; place++) {
      recent[place] = postings[place].weights(halfLives).recent();
      sum += recent[place];
    }
    for (int place = 0; place < recent.length && sum > 0; place++) {
      blend[place] += POPULARITY * recent[place] / sum;
    }
  }
}
