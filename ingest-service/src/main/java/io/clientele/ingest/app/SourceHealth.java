package io.clientele.ingest.app;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says whether the database answers; the service is ready without it, with the sources it knows.
 */
@Readiness
@ApplicationScoped
class SourceHealth implements HealthCheck {

  private final SourceRefresh refresh;

  SourceHealth(SourceRefresh refresh) {
    this.refresh = refresh;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("sources")
        .up()
        .withData("database", refresh.isAnswering() ? "answers" : "away")
        .build();
  }
}
