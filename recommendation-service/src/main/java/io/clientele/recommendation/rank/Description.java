package io.clientele.recommendation.rank;

import io.clientele.recommendation.memory.HalfLives;
import io.clientele.recommendation.memory.ItemFacts;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.memory.Steps;
import io.clientele.recommendation.memory.Touches;
import io.clientele.recommendation.memory.Usage;
import io.clientele.recommendation.source.Scores;
import io.clientele.recommendation.source.SessionAtHand;
import io.clientele.recommendation.source.Signal;
import java.util.Arrays;
import java.util.List;

/** Writes down the {@link Feature features} of some candidates of a query. */
final class Description {

  private static final Feature[] FEATURES = Feature.values();
  private static final double PER = 100_000;

  /** As an age: longer ago than any shop has sessions. */
  private static final double NEVER = 20;

  private final ShopView shop;
  private final SessionAtHand session;
  private final Scores scores;
  private final double[] blend;
  private final int[] places;

  private final int newest;
  private final int timesOfNewest;
  private final double sessionsOfNewest;
  private final HalfLives halfLives;
  private final double now;

  /**
   * Of candidates by their places in the scores, the best first.
   *
   * @param blend by place
   */
  Description(Query query, double[] blend, int[] places) {
    this.shop = query.shop();
    this.session = query.session();
    this.scores = query.scores();
    this.blend = blend;
    this.places = places;
    int[] items = session.newestFirst();
    this.newest = items.length == 0 ? ShopView.UNKNOWN : items[0];
    this.timesOfNewest =
        (int) Arrays.stream(session.steps()).filter(item -> item == newest).count();
    this.halfLives = shop.halfLives();
    this.now = shop.newestMillis() / 1000.0;
    Habits habits = Habits.of(shop.posting(newest), newest, session, halfLives, now);
    this.sessionsOfNewest = habits == null ? 0 : habits.sessions();
  }

  /** Into a matrix that has a row of zeros for each candidate. */
  void write(FeatureMatrix rows) {
    for (Feature feature : FEATURES) {
      switch (feature.kind()) {
        case SHARE -> writeShares(feature, rows);
        case RANK -> writeRanks(feature, rows);
        case RAW -> writeRaw(feature, rows);
        case MASS -> writeMass(feature, rows);
        case OTHER -> {}
      }
    }
    for (int row = 0; row < places.length; row++) {
      int item = scores.item(places[row]);
      set(rows, row, Feature.BLEND, blend[places[row]] - untaught(places[row]));
      set(rows, row, Feature.BLEND_RANK, row);
      set(rows, row, Feature.LENGTH, session.steps().length);
      set(rows, row, Feature.ITEMS, session.newestFirst().length);
      set(rows, row, Feature.RETURNS, session.steps().length - session.newestFirst().length);
      set(rows, row, Feature.TIMES_OF_NEWEST, timesOfNewest);
      writeInSession(rows, row, item);
      writeHabits(rows, row, item);
      writePast(rows, row, item);
      writeLikeness(rows, row, session.described().isEmpty() ? null : shop.facts(item));
    }
  }

  /** What the blend has from signals that a fit has no past of. */
  private double untaught(int place) {
    return Signal.TOGETHER.weight() * scores.share(Signal.TOGETHER, place)
        + Signal.CONTENT.weight() * scores.share(Signal.CONTENT, place);
  }

  private void writeShares(Feature feature, FeatureMatrix rows) {
    for (int row = 0; row < places.length; row++) {
      set(rows, row, feature, scores.share(feature.signal(), places[row]));
    }
  }

  private void writeRaw(Feature feature, FeatureMatrix rows) {
    for (int row = 0; row < places.length; row++) {
      set(rows, row, feature, scores.raw(feature.signal(), places[row]));
    }
  }

  private void writeMass(Feature feature, FeatureMatrix rows) {
    double mass = Math.log1p(scores.mass(feature.signal()));
    for (int row = 0; row < places.length; row++) {
      set(rows, row, feature, mass);
    }
  }

  private void writeRanks(Feature feature, FeatureMatrix rows) {
    float[] ordered = new float[places.length];
    for (int row = 0; row < ordered.length; row++) {
      ordered[row] = scores.raw(feature.signal(), places[row]);
    }
    Arrays.sort(ordered);
    for (int row = 0; row < places.length; row++) {
      float raw = scores.raw(feature.signal(), places[row]);
      set(rows, row, feature, raw == 0 ? Candidates.RANKED : above(ordered, raw));
    }
  }

  /** How many are greater. */
  private static int above(float[] ordered, float than) {
    int low = 0;
    int high = ordered.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ordered[middle] > than) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return ordered.length - low;
  }

  private void writeInSession(FeatureMatrix rows, int row, int item) {
    int distance = session.distance(item);
    set(rows, row, Feature.DISTANCE, distance);
    set(rows, row, Feature.STEPS_AGO, -1);
    set(rows, row, Feature.FIRST_AT, -1);
    if (distance < 0) {
      return;
    }
    int[] steps = session.steps();
    int times = 0;
    int after = 0;
    int before = 0;
    for (int at = 0; at < steps.length; at++) {
      if (steps[at] == item) {
        if (times == 0) {
          set(rows, row, Feature.FIRST_AT, at);
        }
        set(rows, row, Feature.STEPS_AGO, steps.length - 1 - at);
        times++;
        after += at > 0 && steps[at - 1] == newest ? 1 : 0;
        before += at + 1 < steps.length && steps[at + 1] == newest ? 1 : 0;
      }
    }
    set(rows, row, Feature.TIMES, times);
    set(rows, row, Feature.AFTER_NEWEST, after);
    set(rows, row, Feature.BEFORE_NEWEST, before);
  }

  private void writeHabits(FeatureMatrix rows, int row, int item) {
    Habits habits = Habits.of(shop.posting(item), item, session, halfLives, now);
    if (habits == null) {
      set(rows, row, Feature.AGE_OLDEST, NEVER);
      set(rows, row, Feature.AGE_NEWEST, NEVER);
      return;
    }
    double sessions = habits.sessions();
    double slow = habits.slow();
    set(rows, row, Feature.POPULARITY, Math.log1p(PER * sessions / shop.sessions()));
    set(rows, row, Feature.POPULARITY_SLOW, Math.log1p(slow));
    set(rows, row, Feature.POPULARITY_RECENT, Math.log1p(habits.recent()));
    set(rows, row, Feature.TREND, slow == 0 ? 0 : habits.recent() / slow);
    set(rows, row, Feature.AGE_OLDEST, age(habits.oldest()));
    set(rows, row, Feature.AGE_NEWEST, age(habits.newest()));
    Usage usage = habits.usage();
    set(rows, row, Feature.END_RATE, usage.ends() / sessions);
    set(rows, row, Feature.START_RATE, usage.starts() / sessions);
    set(rows, row, Feature.REPEAT_RATE, usage.repeats() / sessions);
    set(rows, row, Feature.CART_RATE, usage.carted() / sessions);
    set(rows, row, Feature.BUY_RATE, usage.bought() / sessions);
    set(rows, row, Feature.DWELL, Math.log1p(usage.dwellSeconds() / sessions));
    double chance = sessions * sessionsOfNewest;
    double both = scores.raw(Signal.COSINE, places[row]) * Math.sqrt(chance);
    set(rows, row, Feature.BOTH, Math.log1p(both));
    set(rows, row, Feature.LIFT, chance == 0 ? 0 : Math.log1p(both * shop.sessions() / chance));
  }

  private void writePast(FeatureMatrix rows, int row, int item) {
    int sessions = 0;
    boolean isBought = false;
    for (long[] steps : session.past()) {
      int last = Steps.lastOf(steps, item);
      sessions += last < 0 ? 0 : 1;
      for (int at = last; at >= 0 && !isBought; at = Steps.before(steps, at)) {
        isBought = Steps.kind(steps, at) == Touches.Kind.BOUGHT;
      }
    }
    set(rows, row, Feature.PAST_SESSIONS, sessions);
    set(rows, row, Feature.PAST_BOUGHT, isBought ? 1 : 0);
  }

  private void writeLikeness(FeatureMatrix rows, int row, ItemFacts facts) {
    List<SessionAtHand.Described> described = session.described();
    if (facts == null) {
      return;
    }
    double category = 0;
    double brand = 0;
    double words = 0;
    for (SessionAtHand.Described item : described) {
      category += facts.sharesCategory(item.facts()) ? 1 : 0;
      brand += facts.sharesBrand(item.facts()) ? 1 : 0;
      words = Math.max(words, facts.sharedWords(item.facts()));
    }
    double ratio = Math.log(facts.price() / described.get(0).facts().price());
    set(rows, row, Feature.CATEGORY_SHARED, category / described.size());
    set(rows, row, Feature.BRAND_SHARED, brand / described.size());
    set(rows, row, Feature.PRICE_RATIO, Double.isNaN(ratio) ? 0 : ratio);
    set(rows, row, Feature.WORDS_SHARED, words);
  }

  /** The logarithm of how many sessions of the shop ago it was. */
  private double age(long seconds) {
    return Math.log1p(Math.max(0, now - seconds) / halfLives.pace());
  }

  private static void set(FeatureMatrix rows, int row, Feature feature, double value) {
    rows.set(row, feature.column(), (float) value);
  }
}
