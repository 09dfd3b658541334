package io.clientele.recommendation.source;

import io.clientele.recommendation.memory.Posting;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.memory.Steps;

/**
 * Vector multiplication session-based kNN with sequence and time aware weights (Garg et al. 2019;
 * Ludewig et al. 2021): models.md, "A live recipe". What sessions like this one have is suggested,
 * the more the closer it stood to the newest item that both have, on either side of it (symmetric)
 * or rather behind it (directional).
 */
public final class Vstan implements Source {

  /** Of the session at hand; the weight of older ones is below e⁻². */
  private static final int ITEMS = 10;

  /** How many sessions of each item are looked at, the newest item first. */
  private static final int[] DEPTHS = {1000, 1000, 500, 500};

  private static final int LEAST_DEPTH = 250;

  private final ShopView shop;

  public Vstan(ShopView shop) {
    this.shop = shop;
  }

  @Override
  public void score(SessionAtHand session, Scores scores) {
    Reached reached = new Reached(session);
    add(session, reached, Likeness.COSINE, Signal.A, Signal.A_DIR, scores);
    add(session, reached, Likeness.PRODUCT, Signal.B, Signal.B_DIR, scores);
    weighRarity(scores);
  }

  private void add(
      SessionAtHand session,
      Reached reached,
      Likeness likeness,
      Signal symmetric,
      Signal directional,
      Scores scores) {
    double[] similarities = reached.similarities(likeness);
    int size = reached.sessions.size();
    for (int found : Greatest.places(similarities, size, likeness.neighbours())) {
      long[] steps = shop.session(reached.sessions.number(found));
      if (steps == null || session.isOwn(steps)) {
        continue;
      }
      int anchor = Steps.lastOf(steps, session.newestFirst()[reached.anchors[found]]);
      if (anchor < 0) {
        continue; // another session by now
      }
      double similarity = similarities[found];
      for (int place = 0; place < Steps.count(steps); place++) {
        int item = Steps.item(steps, place);
        if (Steps.isLastOfItsItem(steps, place)) {
          scores.add(symmetric, item, similarity * likeness.near(steps, place, anchor));
          scores.add(directional, item, similarity * likeness.behind(steps, place, anchor));
        }
        boolean isNext = place > 0 && Steps.item(steps, place - 1) == session.newestFirst()[0];
        if (isNext && likeness.isCosine()) {
          scores.add(Signal.VNEXT, item, similarity);
        }
      }
    }
  }

  private void weighRarity(Scores scores) {
    double sessions = shop.sessions() + 1;
    for (int place = 0; place < scores.size(); place++) {
      double with = shop.posting(scores.item(place)).frequency() + 1;
      double logarithm = Math.max(0, Math.log(sessions / with));
      double cosine = Likeness.COSINE.rarity(logarithm);
      double product = Likeness.PRODUCT.rarity(logarithm);
      scores.scale(Signal.A, place, cosine);
      scores.scale(Signal.A_DIR, place, cosine);
      scores.scale(Signal.B, place, product);
      scores.scale(Signal.B_DIR, place, product);
    }
  }

  /** The sessions that share an item with the one at hand. */
  private final class Reached {

    final Places sessions;

    /** Of each session, how many items ago the newest shared one was touched. */
    final int[] anchors;

    private final Posting[] postings;
    private final int[] depths;

    /** One posting's sessions after another's, each by its place. */
    private final int[] places;

    private final double[] ages;
    private final int[] lengths;

    Reached(SessionAtHand session) {
      postings = new Posting[Math.min(ITEMS, session.newestFirst().length)];
      depths = new int[postings.length];
      int most = 0;
      for (int distance = 0; distance < postings.length; distance++) {
        postings[distance] = shop.posting(session.newestFirst()[distance]);
        int depth = distance < DEPTHS.length ? DEPTHS[distance] : LEAST_DEPTH;
        depths[distance] = Math.min(depth, postings[distance].size());
        most += depths[distance];
      }
      sessions = new Places(most);
      places = new int[most];
      anchors = new int[most];
      ages = new double[most];
      lengths = new int[most];
      look();
    }

    private void look() {
      double now = shop.newestMillis() / 1000.0;
      double fade = shop.halfLives().slow();
      int at = 0;
      for (int distance = 0; distance < postings.length; distance++) {
        for (int rank = 0; rank < depths[distance]; rank++) {
          int known = sessions.size();
          int place = sessions.place(postings[distance].slot(rank));
          places[at++] = place;
          if (place == known) {
            anchors[place] = distance;
            ages[place] = Math.exp(-Math.max(0, now - postings[distance].seconds(rank)) / fade);
            lengths[place] = postings[distance].length(rank);
          }
        }
      }
    }

    /** How alike each one is. */
    double[] similarities(Likeness likeness) {
      double[] similarities = new double[sessions.size()];
      int at = 0;
      for (int distance = 0; distance < postings.length; distance++) {
        double weight = likeness.weight(distance);
        for (int rank = 0; rank < depths[distance]; rank++) {
          similarities[places[at++]] += weight;
        }
      }
      for (int place = 0; place < similarities.length; place++) {
        similarities[place] *= ages[place] * likeness.factor(anchors[place], lengths[place]);
      }
      return similarities;
    }
  }
}
