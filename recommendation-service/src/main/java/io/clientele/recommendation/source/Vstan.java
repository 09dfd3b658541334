package io.clientele.recommendation.source;

import io.clientele.recommendation.memory.HalfLives;
import io.clientele.recommendation.memory.Posting;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.memory.Steps;
import java.util.Set;

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
  private static final int[] DEPTHS = {500, 500, 500, 250};

  private static final int LEAST_DEPTH = 250;

  private final ShopView shop;

  public Vstan(ShopView shop) {
    this.shop = shop;
  }

  @Override
  public void score(SessionAtHand session, Scores scores) {
    Reached reached = new Reached(session);
    Set<Long> own = session.ownKeys();
    double[] cosines = reached.mostAlike(Likeness.COSINE);
    double[] products = reached.mostAlike(Likeness.PRODUCT);
    for (int found = 0; found < cosines.length; found++) {
      if (cosines[found] > 0 || products[found] > 0) {
        long[] steps = shop.session(reached.sessions.number(found));
        if (steps != null && !own.contains(Steps.key(steps))) {
          int shared = session.newestFirst()[reached.anchors[found]];
          add(steps, shared, session.newestFirst()[0], cosines[found], products[found], scores);
        }
      }
    }
    weighRarity(scores);
  }

  private static void add(
      long[] steps, int shared, int newest, double cosine, double product, Scores scores) {
    int anchor = Steps.lastOf(steps, shared);
    if (anchor < 0) {
      return; // another session by now
    }
    for (int at = 0; at < Steps.count(steps); at++) {
      int place = scores.place(Steps.item(steps, at));
      if (at > 0 && Steps.item(steps, at - 1) == newest) {
        scores.add(Signal.VNEXT, place, cosine);
      }
      if (Steps.isLastOfItsItem(steps, at)) {
        boolean isAnchor = at == anchor;
        int behind = Likeness.NEVER;
        int before = Likeness.NEVER;
        for (int step = at; step >= 0; step = Steps.before(steps, step)) {
          behind = step > anchor ? Math.min(behind, step - anchor) : behind;
          before = step < anchor ? Math.min(before, anchor - step) : before;
        }
        Likeness cosines = Likeness.COSINE;
        Likeness products = Likeness.PRODUCT;
        scores.add(Signal.A, place, cosine * cosines.near(behind, before, isAnchor));
        scores.add(Signal.A_DIR, place, cosine * cosines.behind(behind, before, isAnchor));
        scores.add(Signal.B, place, product * products.near(behind, before, isAnchor));
        scores.add(Signal.B_DIR, place, product * products.behind(behind, before, isAnchor));
      }
    }
  }

  private void weighRarity(Scores scores) {
    double sessions = Math.log(shop.sessions() + 1);
    for (int place = 0; place < scores.size(); place++) {
      int with = shop.posting(scores.item(place)).frequency() + 1;
      double logarithm = Math.max(0, sessions - Likeness.logarithm(with));
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
      double halfLife = shop.halfLives().slow() * Math.log(2); // snh is a time to fall to 1/e
      int at = 0;
      for (int distance = 0; distance < postings.length; distance++) {
        for (int rank = 0; rank < depths[distance]; rank++) {
          int known = sessions.size();
          int place = sessions.place(postings[distance].slot(rank));
          places[at++] = place;
          if (place == known) {
            anchors[place] = distance;
            double age = Math.max(0, now - postings[distance].seconds(rank));
            ages[place] = HalfLives.factor(age, halfLife);
            lengths[place] = postings[distance].length(rank);
          }
        }
      }
    }

    /** How alike each one is; 0 for those that too many are more alike than. */
    double[] mostAlike(Likeness likeness) {
      double[] alike = new double[sessions.size()];
      int at = 0;
      for (int distance = 0; distance < postings.length; distance++) {
        double weight = likeness.weight(distance);
        for (int rank = 0; rank < depths[distance]; rank++) {
          alike[places[at++]] += weight;
        }
      }
      for (int place = 0; place < alike.length; place++) {
        alike[place] *= ages[place] * likeness.factor(anchors[place], lengths[place]);
      }
      double[] most = new double[alike.length];
      for (int place : Greatest.places(alike, alike.length, likeness.neighbours())) {
        most[place] = alike[place];
      }
      return most;
    }
  }
}
