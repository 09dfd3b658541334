package io.clientele.system;

import io.clientele.local.platform.Backing;
import io.clientele.local.platform.Service;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Broker and database in containers, as the compose file runs them. */
final class Containers implements AutoCloseable {

  private final KafkaContainer kafka = new KafkaContainer("apache/kafka:4.1.1");
  private final PostgreSQLContainer postgres;

  private Containers() {
    postgres = new PostgreSQLContainer("postgres:18").withDatabaseName(Service.LIFECYCLE.label());
    kafka.start();
    postgres.start();
  }

  static Containers started() {
    return new Containers();
  }

  /** What the services need to know of them. */
  Backing backing() {
    return new Backing(
        kafka.getBootstrapServers(),
        postgres.getJdbcUrl(),
        postgres.getUsername(),
        postgres.getPassword());
  }

  @Override
  public void close() {
    kafka.stop();
    postgres.stop();
  }
}
