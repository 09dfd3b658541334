package io.clientele.ingest.store;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A real PostgreSQL for the tests, which can go away and come back; there is no broker, which the
 * service puts up with.
 */
public final class EmbeddedDatabase implements QuarkusTestResourceLifecycleManager {

  private Path data;
  private EmbeddedPostgres postgres;

  @Override
  public Map<String, String> start() {
    try {
      data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "postgres");
      postgres = builder().start();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL does not start", e);
    }
    return Map.of(
        "quarkus.datasource.jdbc.url", postgres.getJdbcUrl("postgres", "postgres"),
        "quarkus.datasource.username", "postgres",
        "quarkus.http.test-port", "0",
        "clientele.ingest.write-key", "secret",
        "clientele.ingest.operator-token", "operator",
        "clientele.state-dir", "target/state",
        "kafka.bootstrap.servers", "localhost:1");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(EmbeddedDatabase.class));
  }

  @Override
  public void stop() {
    goAway();
  }

  /** As a stopped server: connections end, and none is taken. */
  public void goAway() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL does not stop", e);
    }
  }

  /** Where it was, with what it had. */
  public void comeBack() {
    try {
      postgres = builder().setPort(postgres.getPort()).start();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL does not start again", e);
    }
  }

  private EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
  }
}
