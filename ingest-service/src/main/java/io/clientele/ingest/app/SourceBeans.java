package io.clientele.ingest.app;

import io.clientele.ingest.rest.OperatorToken;
import io.clientele.ingest.source.RateLimiter;
import io.clientele.ingest.source.SourceAdministration;
import io.clientele.ingest.source.SourceRegistry;
import io.clientele.ingest.source.StoredSources;
import io.clientele.ingest.store.SourceStore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Puts together what knows the sources. */
class SourceBeans {

  @Produces
  @Singleton
  SourceRegistry registry(IngestConfiguration configuration) {
    return new SourceRegistry(configuration.writeKey());
  }

  @Produces
  @Singleton
  RateLimiter limiter() {
    return new RateLimiter();
  }

  @Produces
  @Singleton
  StoredSources stored(DataSource database) {
    return new SourceStore(database);
  }

  @Produces
  @Singleton
  SourceRefresh refresh(Flyway flyway, StoredSources stored, SourceRegistry registry) {
    return new SourceRefresh(flyway::migrate, stored::all, registry);
  }

  @Produces
  @Singleton
  SourceAdministration administration(
      StoredSources stored, SourceRegistry registry, SourceRefresh refresh) {
    return new SourceAdministration(stored, registry, new SecureRandom(), refresh);
  }

  @Produces
  @Singleton
  OperatorToken operatorToken(IngestConfiguration configuration) {
    return new OperatorToken(configuration.operatorToken());
  }
}
