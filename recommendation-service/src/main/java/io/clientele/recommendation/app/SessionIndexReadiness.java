package io.clientele.recommendation.app;

import io.clientele.recommendation.log.LogReader;
import io.clientele.recommendation.log.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the index holds what the log held at the start. Then it stays ready while anything
 * reads on, since a stale suggestion is better than none, and says how far behind it is.
 */
@Readiness
@ApplicationScoped
public class SessionIndexReadiness implements HealthCheck {

  private final LogReader reader;

  SessionIndexReadiness(LogReader reader) {
    this.reader = reader;
  }

  @Override
  public HealthCheckResponse call() {
    Progress progress = reader.progress();
    HealthCheckResponseBuilder check =
        HealthCheckResponse.named("session-index").status(progress.caughtUp() && !progress.dead());
    progress.lag().ifPresent(lag -> check.withData("lag", lag));
    if (progress.lag().isPresent()) {
      check.withData("read", progress.rebuild().read());
      check.withData("total", progress.rebuild().total());
      check.withData("percent", progress.rebuild().percent());
    }
    progress.problem().ifPresent(problem -> check.withData("problem", problem));
    return check.build();
  }
}
