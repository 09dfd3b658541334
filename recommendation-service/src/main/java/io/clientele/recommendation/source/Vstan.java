package io.clientele.recommendation.source;

import io.clientele.recommendation.memory.HalfLives;
import io.clientele.recommendation.memory.Posting;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.memory.Steps;
import java.util.Set;
import java.util.stream.IntStream;

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
  private static final int[] DEPTHS = {300, 300, 300, 150};

  /** That of all older items. */
  private static final int LAST_DEPTH = DEPTHS.length - 1;

  /** All of them together. */
  private static final int MOST =
      IntStream.of(DEPTHS).sum() + (ITEMS - DEPTHS.length) * DEPTHS[LAST_DEPTH];

  private final ShopView shop;
  private final ThreadLocal<Reached> scratch = ThreadLocal.withInitial(Reached::new);

  public Vstan(ShopView shop) {
    this.shop = shop;
  }

  @Override
  public void score(SessionAtHand session, Scores scores) {
    Reached reached = scratch.get();
    reached.look(session, shop);
    Set<Long> own = session.ownKeys();
    double[] cosines = reached.mostAlike(Likeness.COSINE, own.size());
    double[] products = reached.mostAlike(Likeness.PRODUCT, own.size());
    int count = reached.chooseAlike(cosines, products, shop);
    for (int i = 0; i < count; i++) {
      long[] steps = reached.steps[i];
      boolean isOwn = steps != null && !own.isEmpty() && own.contains(Steps.key(steps));
      if (steps != null && !isOwn) {
        int found = reached.chosen[i];
        int shared = session.newestFirst()[reached.anchors[found]];
        add(steps, shared, session.newestFirst()[0], cosines[found], products[found], scores);
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
    Posting[] postings = scores.postings(shop);
    for (int place = 0; place < scores.size(); place++) {
      int with = postings[place].frequency() + 1;
      double logarithm = Math.max(0, sessions - Likeness.logarithm(with));
      double cosine = Likeness.COSINE.rarity(logarithm);
      double product = Likeness.PRODUCT.rarity(logarithm);
      scores.scale(Signal.A, place, cosine);
      scores.scale(Signal.A_DIR, place, cosine);
      scores.scale(Signal.B, place, product);
      scores.scale(Signal.B_DIR, place, product);
    }
  }

  /** The sessions that share an item with the one at hand; used again for the next. */
  private static final class Reached {

    private final Places sessions = new Places(MOST);
    private final int[] depths = new int[ITEMS];
    private int items;

    /** One posting's sessions after another's, each by its place. */
    private final int[] places = new int[MOST];

    /** Of each session, how many items ago the newest shared one was touched. */
    private final int[] anchors = new int[MOST];

    private final double[] ages = new double[MOST];

    /** Of each session, what a posting says of it. */
    private final long[] entries = new long[MOST];

    /** What one posting says. */
    private final long[] read = new long[MOST];

    /** The places of those that count, and what they are. */
    private final int[] chosen = new int[MOST];

    private final long[] fetched = new long[MOST];
    private final long[][] steps = new long[MOST][];
    private final long[] ends = new long[MOST];

    void look(SessionAtHand session, ShopView shop) {
      sessions.clear();
      items = Math.min(ITEMS, session.newestFirst().length);
      double now = shop.newestMillis() / 1000.0;
      double halfLife = shop.halfLives().slow() * Math.log(2); // snh is a time to fall to 1/e
      int at = 0;
      for (int distance = 0; distance < items; distance++) {
        Posting posting = shop.posting(session.newestFirst()[distance]);
        depths[distance] = posting.read(DEPTHS[Math.min(distance, LAST_DEPTH)], read);
        for (int rank = 0; rank < depths[distance]; rank++) {
          int known = sessions.size();
          int place = sessions.place(Posting.slotOf(read[rank]));
          places[at++] = place;
          if (place == known) {
            long seconds = Posting.secondsOf(read[rank]);
            anchors[place] = distance;
            ages[place] = HalfLives.factor(Math.max(0, now - seconds), halfLife);
            entries[place] = read[rank];
          }
        }
      }
    }

    /**
     * How alike each one is; 0 for those that too many are more alike than.
     *
     * @param own how many of them are the asker's own and will not count
     */
    double[] mostAlike(Likeness likeness, int own) {
      double[] alike = new double[sessions.size()];
      int at = 0;
      for (int distance = 0; distance < items; distance++) {
        double weight = likeness.weight(distance);
        for (int rank = 0; rank < depths[distance]; rank++) {
          alike[places[at++]] += weight;
        }
      }
      for (int place = 0; place < alike.length; place++) {
        int length = Posting.lengthOf(entries[place]);
        alike[place] *= ages[place] * likeness.factor(anchors[place], length);
      }
      double[] most = new double[alike.length];
      for (int place : Greatest.places(alike, alike.length, likeness.neighbours() + own)) {
        most[place] = alike[place];
      }
      return most;
    }

    /** Fetches those that are alike in either way, and says how many they are. */
    int chooseAlike(double[] one, double[] other, ShopView shop) {
      int count = 0;
      for (int place = 0; place < one.length; place++) {
        if (one[place] > 0 || other[place] > 0) {
          chosen[count] = place;
          fetched[count++] = entries[place];
        }
      }
      shop.readSessions(fetched, count, steps, ends);
      return count;
    }
  }
}
