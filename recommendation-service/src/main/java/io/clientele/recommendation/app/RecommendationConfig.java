package io.clientele.recommendation.app;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What may be set about this service alone. */
@ConfigMapping(prefix = "clientele.recommendation")
interface RecommendationConfig {

  /** What sessions and customers' pasts may take of the heap; the oldest leave first. */
  @WithDefault("64M")
  MemorySize indexBytes();
}
