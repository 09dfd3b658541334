package io.clientele.system;

import io.clientele.local.platform.Backing;
import io.clientele.local.platform.Database;
import io.clientele.local.platform.Service;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Broker and database in containers, as the compose file runs them. */
final class Containers implements AutoCloseable {

  private final KafkaContainer kafka = new KafkaContainer("apache/kafka:4.1.1");
  private final PostgreSQLContainer ingest = postgres(Service.INGEST);
  private final PostgreSQLContainer lifecycle = postgres(Service.LIFECYCLE);

  private Containers() {
    kafka.start();
    ingest.start();
    lifecycle.start();
  }

  static Containers started() {
    return new Containers();
  }

  /** What the services need to know of them. */
  Backing backing() {
    return new Backing(kafka.getBootstrapServers(), database(ingest), database(lifecycle));
  }

  private static PostgreSQLContainer postgres(Service service) {
    return new PostgreSQLContainer("postgres:18").withDatabaseName(service.label());
  }

  private static Database database(PostgreSQLContainer postgres) {
    return new Database(postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword());
  }

  @Override
  public void close() {
    kafka.stop();
    ingest.stop();
    lifecycle.stop();
  }
}
