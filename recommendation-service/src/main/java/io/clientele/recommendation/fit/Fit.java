package io.clientele.recommendation.fit;

import io.clientele.contract.RankerModel;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.rank.Feature;
import io.clientele.recommendation.rank.Ranker;
import io.clientele.recommendation.rank.Rankers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Learns rankers from a shop's finished sessions. The older ones fill an index; what the newest
 * eighth of them went on to is foretold: most of it to learn from, the newest quarter of it to see
 * which ranker does best.
 */
public final class Fit {

  /** A session whose last step is longer ago goes on no more. */
  private static final Duration PAUSE = Duration.ofMinutes(30);

  /** Below that many steps to foretell a ranker learns chance. */
  static final int LEAST_QUERIES = 300;

  /** Below that many, a quarter of the sessions is foretold and not an eighth. */
  private static final int FEW_QUERIES = 10_000;

  /** How many steps are foretold to compare rankers: some .9 points of HR@20 either way. */
  private static final int JUDGED = 10_000;

  private final TreeFit trees;
  private final Bounds bounds;

  /**
   * How much it may take.
   *
   * @param sessions how many of the newest sessions
   * @param indexBytes of the index that they fill
   * @param queries how many steps are foretold to learn from
   */
  public record Bounds(int sessions, long indexBytes, int queries) {}

  public Fit(TreeFit trees, Bounds bounds) {
    this.trees = trees;
    this.bounds = bounds;
  }

  /**
   * Learns, and compares with what serves now. Takes minutes.
   *
   * @param version of the model that it makes
   * @param now when, as the model says
   */
  public FitResult run(ShopView shop, Optional<RankerModel> incumbent, int version, Instant now) {
    List<long[]> finished = shop.sessionsBefore(shop.newestMillis() - PAUSE.toMillis());
    int from = Math.max(0, finished.size() - bounds.sessions());
    List<Walk> sessions =
        finished.subList(from, finished.size()).stream()
            .flatMap(steps -> Walk.of(steps, shop).stream())
            .toList();
    int cut = cut(sessions);
    List<Walk> newest = sessions.subList(cut, sessions.size());
    int queries = Choice.count(newest);
    if (queries < LEAST_QUERIES) {
      return new FitResult.TooLittleData(queries, LEAST_QUERIES);
    }
    Replay replay = new Replay(shop, bounds.indexBytes());
    replay.enter(sessions.subList(0, cut));
    int judged = judgedFrom(newest, queries);
    Learned learned = Learned.from(replay, newest.subList(0, judged), bounds.queries(), trees);
    RankerModel.Data data =
        new RankerModel.Data(
            ended(sessions.get(0)), ended(newest.get(newest.size() - 1)), sessions.size(), queries);
    RankerModel unjudged =
        new RankerModel(
            version,
            now,
            data,
            Feature.names(),
            Ranker.BLEND.name(),
            learned.trees(),
            learned.linear(),
            Map.of());
    return judge(replay, newest.subList(judged, newest.size()), unjudged, incumbent);
  }

  /** Where the sessions begin that have the newest quarter of what is to be foretold. */
  private static int judgedFrom(List<Walk> newest, int queries) {
    int judged = newest.size();
    int found = 0;
    while (4 * found < queries) {
      found += newest.get(--judged).count();
    }
    return judged;
  }

  private static int cut(List<Walk> sessions) {
    int eighth = sessions.size() - sessions.size() / 8;
    boolean isEnough = Choice.count(sessions.subList(eighth, sessions.size())) >= FEW_QUERIES;
    return isEnough ? eighth : sessions.size() - sessions.size() / 4;
  }

  private FitResult judge(
      Replay replay, List<Walk> sessions, RankerModel model, Optional<RankerModel> incumbent) {
    Comparison comparison = new Comparison(model, incumbent.flatMap(Rankers::of));
    replay.play(sessions, Choice.of(JUDGED, sessions), comparison);
    String best = comparison.best();
    RankerModel judged =
        new RankerModel(
            model.version(),
            model.trainedAt(),
            model.data(),
            model.features(),
            best,
            model.trees(),
            model.linear(),
            new TreeMap<>(comparison.qualities()));
    boolean isBetter = comparison.isBetter(best);
    String why =
        isBetter
            ? best + " foretells better than what serves"
            : "nothing learned foretells better than what serves";
    return new FitResult.Fitted(judged, isBetter, why);
  }

  private static Instant ended(Walk walk) {
    return Instant.ofEpochMilli(walk.end());
  }
}
