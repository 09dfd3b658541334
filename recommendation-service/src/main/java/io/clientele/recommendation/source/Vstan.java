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
  }

  private void add(
      SessionAtHand session,
      Reached reached,
      Likeness likeness,
      Signal symmetric,
      Signal directional,
      Scores scores) {
    Neighbours neighbours =
        new Neighbours(reached.similarities(likeness), reached.anchors, likeness.neighbours());
    int newest = session.newestFirst().length == 0 ? -1 : session.newestFirst()[0];
    for (int i = 0; i < neighbours.size(); i++) {
      long[] steps = shop.session(neighbours.slot(i));
      if (steps == null || session.isOwn(steps)) {
        continue;
      }
      int anchor = Steps.lastOf(steps, session.newestFirst()[neighbours.anchor(i)]);
      if (anchor < 0) {
        continue; // another session by now
      }
      double similarity = neighbours.similarity(i);
      for (int place = 0; place < Steps.count(steps); place++) {
        if (Steps.isLastOfItsItem(steps, place)) {
          int item = Steps.item(steps, place);
          double amount = similarity * likeness.rarity(shop, item);
          scores.add(symmetric, item, amount * likeness.near(steps, place, anchor));
          scores.add(directional, item, amount * likeness.behind(steps, place, anchor));
        }
        if (likeness.isCosine() && place > 0 && Steps.item(steps, place - 1) == newest) {
          scores.add(Signal.VNEXT, Steps.item(steps, place), similarity);
        }
      }
    }
  }

  /** The sessions that share an item with the one at hand. */
  private final class Reached {

    private final Posting[] postings;
    private final Tally slots;
    private final int[] anchors;
    private final long[] seconds;
    private final byte[] lengths;
    private final long now = shop.newestMillis() / 1000;
    private final double fade = shop.halfLives().slow();

    Reached(SessionAtHand session) {
      postings = new Posting[Math.min(ITEMS, session.newestFirst().length)];
      int most = 0;
      for (int distance = 0; distance < postings.length; distance++) {
        postings[distance] = shop.posting(session.newestFirst()[distance]);
        most += depth(distance);
      }
      slots = new Tally(most);
      anchors = new int[Math.max(1, most)];
      seconds = new long[anchors.length];
      lengths = new byte[anchors.length];
      for (int distance = 0; distance < postings.length; distance++) {
        for (int rank = 0; rank < depth(distance); rank++) {
          int before = slots.size();
          int place = slots.add(postings[distance].slot(rank), 0);
          if (place == before) {
            anchors[place] = distance;
            seconds[place] = postings[distance].seconds(rank);
            lengths[place] = (byte) postings[distance].length(rank);
          }
        }
      }
    }

    /** How alike each one is. */
    Tally similarities(Likeness likeness) {
      Tally similarities = new Tally(slots.size());
      for (int distance = 0; distance < postings.length; distance++) {
        double weight = likeness.weight(distance);
        for (int rank = 0; rank < depth(distance); rank++) {
          similarities.add(postings[distance].slot(rank), weight);
        }
      }
      for (int place = 0; place < similarities.size(); place++) {
        double age = Math.max(0, now - seconds[place]) / fade;
        similarities.scale(place, likeness.factor(age, anchors[place], lengths[place]));
      }
      return similarities;
    }

    private int depth(int distance) {
      return Math.min(
          postings[distance].size(), distance < DEPTHS.length ? DEPTHS[distance] : LEAST_DEPTH);
    }
  }
}
