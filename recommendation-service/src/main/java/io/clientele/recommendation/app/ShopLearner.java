package io.clientele.recommendation.app;

import io.clientele.contract.RankerModel;
import io.clientele.recommendation.fit.Fit;
import io.clientele.recommendation.fit.FitResult;
import io.clientele.recommendation.fit.TreeFit;
import io.clientele.recommendation.log.LogReader;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.serve.Recommender;
import io.clientele.recommendation.training.Learner;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Learns from what this instance remembers. */
@Singleton
class ShopLearner implements Learner {

  private static final Logger LOG = Logger.getLogger(ShopLearner.class);

  private final Fit fit;
  private final ShopView shop;
  private final LogReader reader;

  ShopLearner(
      TreeFit trees, RecommendationConfig config, Recommender recommender, LogReader reader) {
    this.fit = new Fit(trees, bounds(config));
    this.shop = recommender.shop();
    this.reader = reader;
  }

  @Override
  public boolean isReady() {
    return reader.progress().caughtUp();
  }

  @Override
  public int sessions() {
    return shop.sessions();
  }

  @Override
  public FitResult learn(Optional<RankerModel> incumbent, int version, Instant now) {
    FitResult result = fit.run(shop, incumbent, version, now);
    if (result instanceof FitResult.Fitted fitted) {
      RankerModel model = fitted.model();
      LOG.infof(
          "the ranker learned: model=%s serve=%s why=%s",
          model.name(), model.serve(), fitted.why());
    }
    return result;
  }

  private static Fit.Bounds bounds(RecommendationConfig config) {
    if (config.fitSessions() < 1 || config.fitQueries() < 1) {
      throw new IllegalArgumentException(
          "clientele.recommendation.fit-sessions is %d and fit-queries %d; both are above zero"
              .formatted(config.fitSessions(), config.fitQueries()));
    }
    return new Fit.Bounds(
        config.fitSessions(), config.indexBytes().asLongValue(), config.fitQueries());
  }
}
