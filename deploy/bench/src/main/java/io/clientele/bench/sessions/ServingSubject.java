package io.clientele.bench.sessions;

import io.clientele.contract.RankerModel;
import io.clientele.recommendation.fit.Fit;
import io.clientele.recommendation.fit.FitResult;
import io.clientele.recommendation.lightgbm.LightGbm;
import io.clientele.recommendation.memory.Fact;
import io.clientele.recommendation.rank.Candidates;
import io.clientele.recommendation.rank.Feature;
import io.clientele.recommendation.rank.FeatureMatrix;
import io.clientele.recommendation.rank.Ranker;
import io.clientele.recommendation.rank.Rankers;
import io.clientele.recommendation.serve.Recommender;
import io.clientele.recommendation.serve.SessionQuery;
import io.clientele.recommendation.source.SessionAtHand;
import io.clientele.recommendation.source.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The recommender that serves, and what it weighs before it does. */
final class ServingSubject implements Subject, Lists {

  /** What no data set here fills: nothing leaves. */
  private static final long BUDGET_BYTES = 512L << 20;

  /** As many sessions and queries as the service takes unless it is told otherwise. */
  private static final Fit.Bounds BOUNDS = new Fit.Bounds(400_000, BUDGET_BYTES, 25_000);

  /** From the simplest on. */
  private static final List<String> RANKERS = List.of("blend", "linear", "trees");

  private final Recommender recommender = new Recommender(BUDGET_BYTES);
  private final ThreadLocal<FeatureMatrix> scratch =
      ThreadLocal.withInitial(() -> new FeatureMatrix(Feature.count()));
  private Rankers rankers = Rankers.NONE;

  @Override
  public void learn(List<Fact> facts) {
    recommender.learn(facts);
  }

  @Override
  public void refresh() {
    recommender.refreshTrending();
  }

  @Override
  public Optional<FitReport> fit() {
    long begun = System.nanoTime();
    Instant now = Instant.ofEpochMilli(recommender.shop().newestMillis());
    FitResult result =
        new Fit(new LightGbm(), BOUNDS).run(recommender.shop(), Optional.empty(), 1, now);
    if (!(result instanceof FitResult.Fitted fitted)) {
      return Optional.empty();
    }
    RankerModel model = fitted.model();
    use(model);
    double seconds = (System.nanoTime() - begun) / 1e9;
    return Optional.of(
        new FitReport(model.serve(), fitted.why(), model.data(), model.quality(), seconds));
  }

  /** Lets a model order the candidates. */
  void use(RankerModel model) {
    rankers = Rankers.of(model).orElseThrow();
    recommender.use(rankers);
  }

  @Override
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Signal signal : Signal.values()) {
      rows.add(new Row(signal.name(), Row.Kind.SOURCE));
    }
    for (Ranker ranker : offered()) {
      boolean isServed = ranker == rankers.best();
      rows.add(new Row(ranker.name(), isServed ? Row.Kind.SERVED : Row.Kind.RANKER));
    }
    return rows;
  }

  private List<Ranker> offered() {
    return RANKERS.stream().filter(rankers.byName()::containsKey).map(rankers::get).toList();
  }

  @Override
  public byte[] places(Query query, boolean excludeCurrent) {
    SessionAtHand session = SessionAtHand.of(query.items(), recommender.shop(), List.of());
    Candidates blended = recommender.ranking().of(session);
    boolean isFilledUp = blended.size() <= Placings.DEPTH; // when it is served, from what trends
    byte[] places = new byte[rows().size()];
    int row = 0;
    for (Signal signal : Signal.values()) {
      Candidates candidates = blended.by(signal);
      places[row++] = place(candidates, spokenFor(candidates), query, excludeCurrent);
    }
    FeatureMatrix rows = scratch.get();
    blended.describe(rows);
    for (Ranker ranker : offered()) {
      places[row++] =
          isFilledUp
              ? HttpCheck.place(lists(query, excludeCurrent, ranker.name()), query.target())
              : place(ordered(blended, ranker, rows), blended.size(), query, excludeCurrent);
    }
    return places;
  }

  /** Of candidates by what one source says: behind them are others that it says nothing of. */
  private static int spokenFor(Candidates candidates) {
    int count = 0;
    while (count < candidates.size() && candidates.score(count) > 0) {
      count++;
    }
    return count;
  }

  private static Candidates ordered(Candidates blended, Ranker ranker, FeatureMatrix rows) {
    return ranker == Ranker.BLEND ? blended : blended.orderedBy(ranker, rows);
  }

  private static byte place(Candidates candidates, int count, Query query, boolean excludeCurrent) {
    String hidden = excludeCurrent ? query.newest() : null;
    int place = 0;
    for (int rank = 0; rank < count && place < Placings.DEPTH; rank++) {
      String item = candidates.text(rank);
      if (!item.equals(hidden)) {
        place++;
        if (item.equals(query.target())) {
          return (byte) place;
        }
      }
    }
    return 0;
  }

  @Override
  public List<Listed> of(Query query, boolean excludeCurrent) {
    return lists(query, excludeCurrent, null);
  }

  private List<Listed> lists(Query query, boolean excludeCurrent, String ranker) {
    SessionQuery asked =
        new SessionQuery(
            query.items(), Placings.DEPTH, excludeCurrent, List.of(), null, null, ranker);
    return recommender.forSession(asked).items().stream()
        .map(suggestion -> new Listed(suggestion.id(), suggestion.score()))
        .toList();
  }
}
