package io.clientele.recommendation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientele.contract.RankerModel;
import io.clientele.contract.RankerModel.Quality;
import io.clientele.recommendation.rank.Rankers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What orders suggestions on this instance.
 *
 * @param model the one that serves, by name; {@code blend@1} before anything was learned
 * @param serve the best of its rankers: {@code trees}, {@code linear} or {@code blend}
 * @param trainedAt when it learned, or null
 * @param data what it learned from, or null
 * @param features what it looks at, by name
 * @param quality of each ranker and of {@code incumbent}, what served before, when it learned
 * @param trees {@code available}, or why this instance cannot learn trees; those of others it can
 *     serve
 * @param elected whether this instance is the one that lets the ranker learn
 * @param learning whether it does so just now
 * @param nextFit when it does so again at the latest, where it is elected; null where it does so
 *     once the log has been read, or on request only
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record RankerStatus(
    String model,
    String serve,
    Instant trainedAt,
    RankerModel.Data data,
    List<String> features,
    Map<String, Quality> quality,
    String trees,
    boolean elected,
    boolean learning,
    Instant nextFit) {

  /**
   * What this instance does.
   *
   * @param trees as {@link RankerStatus#trees}
   */
  record Here(String trees, boolean elected, boolean learning, Optional<Instant> nextFit) {}

  static RankerStatus of(Optional<RankerModel> serving, Here here) {
    RankerModel model = serving.orElse(null);
    return new RankerStatus(
        model == null ? Rankers.NONE.name() : model.name(),
        model == null ? Rankers.NONE.best().name() : model.serve(),
        model == null ? null : model.trainedAt(),
        model == null ? null : model.data(),
        model == null ? List.of() : model.features(),
        model == null ? Map.of() : model.quality(),
        here.trees,
        here.elected,
        here.learning,
        here.elected ? here.nextFit.orElse(null) : null);
  }
}
