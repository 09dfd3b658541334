package io.clientele.recommendation.rest;

import io.clientele.contract.RankerModel;
import io.clientele.contract.RankerModel.Quality;
import io.clientele.recommendation.fit.FitResult;
import java.time.Duration;
import java.util.Map;

/**
 * What came of letting the ranker learn.
 *
 * @param model what it learned, by name
 * @param serve the best of its rankers: {@code trees}, {@code linear} or {@code blend}
 * @param published whether it serves from now on
 * @param why in a sentence
 * @param data what it learned from
 * @param quality of {@code blend}, {@code linear} and {@code trees}, and of {@code incumbent}, what
 *     served before; on the newest part of the sessions, which none of them learned from
 * @param seconds that it took
 */
record FitAnswer(
    String model,
    String serve,
    boolean published,
    String why,
    RankerModel.Data data,
    Map<String, Quality> quality,
    double seconds) {

  static FitAnswer of(FitResult.Fitted fitted, boolean published, Duration took) {
    RankerModel model = fitted.model();
    return new FitAnswer(
        model.name(),
        model.serve(),
        published,
        fitted.why(),
        model.data(),
        model.quality(),
        took.toMillis() / 1000.0);
  }
}
