package io.clientele.recommendation.app;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What may be set about this service alone. */
@ConfigMapping(prefix = "clientele.recommendation")
interface RecommendationConfig {

  /** What all that is remembered may take of the heap; the oldest leave first. */
  @WithDefault("64M")
  MemorySize indexBytes();

  /** How long ago events may have been received that a start reads. */
  @WithDefault("P400D")
  Duration horizon();

  /** Names of the categories whose items are suggested though the customer has them. */
  Optional<Set<String>> replenishable();

  /** How long ago, by the newest event, an item must have been touched to be suggested. */
  Optional<Duration> itemAge();

  /** How often the ranker learns at least, zero for only on request. */
  @WithDefault("PT24H")
  Duration fitEvery();

  /** Of how many finished sessions it learns at most, the newest. */
  @WithDefault("400000")
  int fitSessions();

  /**
   * How many of their steps are foretold to learn from; each takes some 20 kB of native memory
   * while trees are learned.
   */
  @WithDefault("25000")
  int fitQueries();

  /** Deals customers out to the buckets that exposures name; another salt, other buckets. */
  @WithDefault("clientele")
  String exposureSalt();
}
