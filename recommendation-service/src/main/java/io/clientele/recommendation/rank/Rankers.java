package io.clientele.recommendation.rank;

import io.clientele.contract.RankerModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rankers that a model offers.
 *
 * @param name of the model, as answers have it
 */
public record Rankers(String name, Ranker best, Map<String, Ranker> byName) {

  /** What serves before anything was learned. */
  public static final Rankers NONE =
      new Rankers("blend@1", Ranker.BLEND, Map.of(Ranker.BLEND.name(), Ranker.BLEND));

  /** The names that a request may ask for. */
  public static final List<String> NAMES = List.of("trees", "linear", "blend");

  public Rankers {
    byName = Map.copyOf(byName);
  }

  /**
   * Those of a model.
   *
   * @return none where it looks at other features than this version computes
   */
  public static Optional<Rankers> of(RankerModel model) {
    if (!model.features().equals(Feature.names())) {
      return Optional.empty();
    }
    Map<String, Ranker> byName = new LinkedHashMap<>();
    byName.put(Ranker.BLEND.name(), Ranker.BLEND);
    if (model.linear() != null) {
      byName.put("linear", new Linear(model.linear()));
    }
    if (!model.trees().isEmpty()) {
      byName.put("trees", new Trees(model.trees(), Feature.count()));
    }
    Ranker best = byName.getOrDefault(model.serve(), Ranker.BLEND);
    return Optional.of(new Rankers("ranker@" + model.version(), best, byName));
  }

  /** The one of a name; where the model has none, the next simpler one that it has. */
  public Ranker get(String wanted) {
    for (String candidate : NAMES.subList(NAMES.indexOf(wanted), NAMES.size())) {
      if (byName.containsKey(candidate)) {
        return byName.get(candidate);
      }
    }
    return Ranker.BLEND;
  }

  /** How an answer names what ordered it. */
  public String nameOf(Ranker ranker) {
    return ranker == Ranker.BLEND ? NONE.name() : name + "/" + ranker.name();
  }
}
