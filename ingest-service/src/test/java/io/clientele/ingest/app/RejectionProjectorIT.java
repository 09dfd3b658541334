package io.clientele.ingest.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import io.clientele.contract.Topics;
import io.clientele.ingest.kafka.TopicEnds;
import io.clientele.ingest.quarantine.RejectionFilter;
import io.clientele.ingest.quarantine.RejectionProjection;
import io.clientele.ingest.store.EmbeddedDatabase;
import io.clientele.ingest.store.RejectionProjectionStore;
import io.clientele.ingest.store.RejectionStore;
import io.clientele.testing.Broker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ConditionFactory;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The projector while PostgreSQL, Kafka or memory goes away and comes back. */
final class RejectionProjectorIT {

  private static final String SERVICE = "ingest-service";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Instant THEN = Instant.parse("2026-03-01T12:00:00Z");
  private static final RecordFormat<RejectedEvent> REJECTED = RecordFormat.of(RejectedEvent.class);

  @TempDir private static Path directory;
  private static final EmbeddedDatabase POSTGRES = new EmbeddedDatabase();
  private static final PGSimpleDataSource DATABASE = new PGSimpleDataSource();
  private static Broker broker;

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final List<RejectedEvent> counted = new CopyOnWriteArrayList<>();
  private final OutOfMemory projection = new OutOfMemory(new RejectionProjectionStore(DATABASE));
  private final RejectionStore store = new RejectionStore(DATABASE);
  private RunningProjector projector;
  private TopicEnds ends;

  @BeforeAll
  static void startBacking() throws Exception {
    broker = Broker.start(directory);
    DATABASE.setUrl(POSTGRES.start().get("quarkus.datasource.jdbc.url"));
    DATABASE.setUser("postgres");
    DATABASE.setConnectTimeout(2);
    QuarantineTables.create(DATABASE);
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.address()))) {
      List<NewTopic> topics =
          List.of(
              new NewTopic(Topics.REJECTED_EVENTS.name(), 2, (short) 1),
              new NewTopic(Topics.RECEIVED_EVENTS.name(), 1, (short) 1));
      admin.createTopics(topics).all().get();
    }
  }

  @AfterAll
  static void stopBacking() throws Exception {
    POSTGRES.stop();
    broker.kill();
  }

  @BeforeEach
  void startProjecting() {
    projector = new RunningProjector(broker.address(), SERVICE, projection, counted::add);
    ends = new TopicEnds(broker.address(), Topics.REJECTED_EVENTS);
  }

  @AfterEach
  void stopProjecting() throws InterruptedException {
    projector.stop(PATIENCE);
    ends.close();
  }

  @Test
  void whatIsRefusedWhileThereIsNoDatabaseIsReadOnceItIsBack() throws Exception {
    refuse(0, 20);
    soon().untilAsserted(() -> keptAre(20));

    POSTGRES.goAway();
    refuse(20, 40);
    send("no json " + run);
    soon().untilAsserted(() -> assertThat(projector.lag()).isEqualTo(-1));

    POSTGRES.comeBack();
    soon().untilAsserted(() -> keptAre(40));
    soon().untilAsserted(this::nothingIsLeft);
    assertThat(counted).hasSize(1);
  }

  @Test
  void whatIsRefusedAroundABrokersCrashIsReadOnceItIsBack() throws Exception {
    KafkaReadiness readiness = new KafkaReadiness(broker.address());
    soon().until(() -> readiness.call().getStatus() == Status.UP);
    refuse(0, 20);

    broker.kill();
    assertThat(readiness.call().getStatus()).isEqualTo(Status.DOWN);

    broker.comeBack();
    soon().until(() -> readiness.call().getStatus() == Status.UP);
    readiness.close();
    refuse(20, 40);
    soon().untilAsserted(() -> keptAre(40));
    soon().untilAsserted(this::nothingIsLeft);
  }

  @Test
  void lackOfMemoryEndsNothing() throws Exception {
    projection.failures = 1;

    refuse(0, 20);

    soon().untilAsserted(() -> keptAre(20));
    soon().untilAsserted(this::nothingIsLeft);
    assertThat(projection.failures).isZero();
  }

  private static ConditionFactory soon() {
    return await().atMost(PATIENCE);
  }

  /** Each once; the store's list shows one twice that is there twice. */
  private void keptAre(int expected) {
    RejectionFilter mine =
        new RejectionFilter("missing-rate", null, null, null, null, null, run, Set.of());
    assertThat(store.newest(mine, null, 100))
        .extracting(kept -> kept.rejected().rejectedId())
        .containsExactlyInAnyOrderElementsOf(ids(0, expected));
  }

  private void nothingIsLeft() {
    assertThat(projector.lag()).isZero();
    assertThat(projection.positions()).isEqualTo(ends.now());
  }

  private List<String> ids(int from, int to) {
    return IntStream.range(from, to).mapToObj(each -> run + "-" + each).toList();
  }

  private void refuse(int from, int to) throws Exception {
    List<String> values = new ArrayList<>();
    for (String id : ids(from, to)) {
      values.add(new String(REJECTED.write(rejected(id)), UTF_8));
    }
    send(values.toArray(String[]::new));
  }

  /** With Kafka's own patience, since the service's is a client's and a test's is longer. */
  private static void send(String... values) throws Exception {
    try (Producer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.address()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      for (String value : values) {
        producer
            .send(
                new ProducerRecord<>(
                    Topics.REJECTED_EVENTS.name(),
                    Integer.toString(value.hashCode()),
                    value.getBytes(UTF_8)))
            .get();
      }
    }
  }

  private static RejectedEvent rejected(String id) {
    return new RejectedEvent(
        id,
        SERVICE,
        "shop",
        "missing-rate",
        null,
        "no rate",
        "POST /v1/track",
        null,
        "ada",
        "{\"of\":\"" + id + "\"}",
        null,
        "utf-8",
        THEN,
        null);
  }

  /** Fails some times as a full heap would, then goes on. */
  private static final class OutOfMemory implements RejectionProjection {

    private final RejectionProjection projection;
    private volatile int failures;

    OutOfMemory(RejectionProjection projection) {
      this.projection = projection;
    }

    @Override
    public void keep(List<RejectedEvent> records, Map<Integer, Long> positions) {
      if (!records.isEmpty() && failures > 0) {
        failures = 0;
        throw new OutOfMemoryError("as a test wants it");
      }
      projection.keep(records, positions);
    }

    @Override
    public Map<Integer, Long> positions() {
      return projection.positions();
    }

    @Override
    public boolean prune(Instant before) {
      return projection.prune(before);
    }
  }
}
