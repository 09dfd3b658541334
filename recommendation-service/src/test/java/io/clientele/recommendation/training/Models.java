package io.clientele.recommendation.training;

import io.clientele.contract.RankerModel;
import io.clientele.recommendation.rank.Feature;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Small models for tests. */
public final class Models {

  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private Models() {}

  /** One that this version can use: a tree of one leaf. */
  public static RankerModel usable(int version) {
    return of(version, Feature.names());
  }

  /** One of another version of the service. */
  public static RankerModel foreign(int version) {
    return of(version, List.of("A_FEATURE_OF_TOMORROW"));
  }

  private static RankerModel of(int version, List<String> features) {
    RankerModel.Tree leaf =
        new RankerModel.Tree(
            new int[0], new float[0], new int[0], new int[0], new float[] {version / 3f});
    return new RankerModel(
        version,
        NOON,
        new RankerModel.Data(NOON, NOON, 1_000, 4_000),
        features,
        "trees",
        List.of(leaf),
        null,
        Map.of("trees", new RankerModel.Quality(50, 30, 1_000)));
  }
}
