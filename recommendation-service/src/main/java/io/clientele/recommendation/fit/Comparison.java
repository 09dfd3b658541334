package io.clientele.recommendation.fit;

import io.clientele.contract.RankerModel;
import io.clientele.contract.RankerModel.Quality;
import io.clientele.recommendation.rank.Candidates;
import io.clientele.recommendation.rank.Feature;
import io.clientele.recommendation.rank.FeatureMatrix;
import io.clientele.recommendation.rank.Ranker;
import io.clientele.recommendation.rank.Rankers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How the rankers of a new model do over the same queries, beside what serves. */
final class Comparison implements Replay.Listener {

  /** What serves now, which the quality of a model names so. */
  private static final String INCUMBENT = "incumbent";

  private final Map<String, Ranker> rankers = new LinkedHashMap<>();
  private final Map<String, Measure> measures = new LinkedHashMap<>();
  private final FeatureMatrix rows = new FeatureMatrix(Feature.count());

  /** Of a model that this version computes the features of. */
  Comparison(RankerModel model, Optional<Rankers> incumbent) {
    Rankers learned = Rankers.of(model).orElseThrow();
    for (String name : Rankers.NAMES) {
      if (learned.byName().containsKey(name)) {
        rankers.put(name, learned.get(name));
      }
    }
    incumbent.ifPresent(known -> rankers.put(INCUMBENT, known.best()));
    rankers.keySet().forEach(name -> measures.put(name, new Measure()));
  }

  @Override
  public void asked(Candidates candidates, String next) {
    candidates.describe(rows);
    rankers.forEach(
        (name, ranker) -> measures.get(name).add(candidates.orderedBy(ranker, rows), next));
  }

  /** The new model's best ranker: a simpler one only where none is better. */
  String best() {
    String best = Ranker.BLEND.name();
    for (String name : Rankers.NAMES) {
      boolean isNew = measures.containsKey(name) && !name.equals(best);
      if (isNew && measures.get(name).isBetterThan(measures.get(best))) {
        best = name;
      }
    }
    return best;
  }

  /** Whether one of the new rankers does better than what serves. */
  boolean isBetter(String name) {
    String serves = measures.containsKey(INCUMBENT) ? INCUMBENT : Ranker.BLEND.name();
    return measures.get(name).isBetterThan(measures.get(serves));
  }

  Map<String, Quality> qualities() {
    Map<String, Quality> qualities = new LinkedHashMap<>();
    measures.forEach((name, measure) -> qualities.put(name, measure.quality()));
    return qualities;
  }
}
