package io.clientele.ingest.app;

import io.clientele.ingest.clean.UserAgents;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Not ready before user agents can be read: the first requests would wait for seconds. */
@Readiness
@ApplicationScoped
class UserAgentReadiness implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(UserAgentReadiness.class);

  private volatile boolean built;

  @SuppressWarnings("FutureReturnValueIgnored") // what it would say is heard here
  UserAgentReadiness(UserAgents agents) {
    agents
        .built()
        .whenComplete(
            (nothing, failure) -> {
              built = failure == null;
              if (failure != null) {
                LOG.error("user agents cannot be read; machines are known by name only", failure);
              }
            });
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("user-agents").status(built).build();
  }
}
