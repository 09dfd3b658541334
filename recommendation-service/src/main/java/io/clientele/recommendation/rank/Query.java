package io.clientele.recommendation.rank;

import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.source.Scores;
import io.clientele.recommendation.source.SessionAtHand;

/** A session, and how much speaks for which candidates. */
record Query(ShopView shop, SessionAtHand session, Scores scores) {

  /** The id of the candidate at a place; null where it left a moment ago. */
  String text(int place) {
    return shop.text(scores.item(place));
  }
}
