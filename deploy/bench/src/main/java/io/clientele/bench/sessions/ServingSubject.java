package io.clientele.bench.sessions;

import io.clientele.recommendation.memory.Fact;
import io.clientele.recommendation.serve.Recommender;
import io.clientele.recommendation.serve.SessionQuery;
import java.util.List;

/** The recommender that serves, asked as its HTTP resource asks it. */
final class ServingSubject implements Subject, Lists {

  /** What no data set here fills: nothing leaves. */
  private static final long BUDGET_BYTES = 512L << 20;

  private static final List<Row> ROWS = List.of(new Row("blend", false));

  private final Recommender recommender = new Recommender(BUDGET_BYTES, () -> 0);

  @Override
  public List<Row> rows() {
    return ROWS;
  }

  @Override
  public void learn(List<Fact> facts) {
    recommender.learn(facts);
  }

  @Override
  public void refresh() {
    recommender.refreshTrending();
  }

  @Override
  public byte[] places(Query query, boolean excludeCurrent) {
    return new byte[] {HttpCheck.place(of(query, excludeCurrent), query.target())};
  }

  @Override
  public List<Listed> of(Query query, boolean excludeCurrent) {
    SessionQuery asked =
        new SessionQuery(
            query.items(), Placings.DEPTH, excludeCurrent, List.of(), null, null, null);
    return recommender.forSession(asked).stream()
        .map(suggestion -> new Listed(suggestion.id(), suggestion.score()))
        .toList();
  }
}
