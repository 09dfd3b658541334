package io.clientele.recommendation.rank;

import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.source.Scores;
import io.clientele.recommendation.source.SessionAtHand;
import io.clientele.recommendation.source.Source;
import java.util.List;

/** Finds the candidates for a session and puts them in order. Any thread may ask. */
public final class Ranking {

  private record Scratch(Scores scores, FeatureMatrix rows) {}

  private final ShopView shop;
  private final List<Source> sources;
  private final Blend blend;
  private final ThreadLocal<Scratch> scratch =
      ThreadLocal.withInitial(() -> new Scratch(new Scores(), new FeatureMatrix(Feature.count())));

  /** Of what these sources find. */
  public Ranking(ShopView shop, List<Source> sources) {
    this.shop = shop;
    this.sources = List.copyOf(sources);
    this.blend = new Blend(shop);
  }

  /** The best candidates, those of the fixed blend in the order of a ranker. */
  public Candidates of(SessionAtHand session, Ranker ranker) {
    Candidates blended = of(session);
    if (ranker == Ranker.BLEND) {
      return blended;
    }
    FeatureMatrix rows = scratch.get().rows();
    blended.describe(rows);
    return blended.orderedBy(ranker, rows);
  }

  /** The best candidates in the order of the fixed blend. */
  public Candidates of(SessionAtHand session) {
    Scores scores = scratch.get().scores();
    scores.begin();
    sources.forEach(source -> source.score(session, scores));
    double[] blended = blend.of(session, scores);
    return Candidates.of(new Query(shop, session, scores), blended);
  }
}
