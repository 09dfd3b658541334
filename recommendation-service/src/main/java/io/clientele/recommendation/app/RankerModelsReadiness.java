package io.clientele.recommendation.app;

import io.clientele.recommendation.training.ModelShelf;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the models that there were at the start have been read, so that all serve alike. */
@Readiness
@ApplicationScoped
public class RankerModelsReadiness implements HealthCheck {

  private final ModelShelf shelf;

  RankerModelsReadiness(ModelShelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("ranker-models").status(shelf.isComplete()).build();
  }
}
