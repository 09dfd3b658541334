package io.clientele.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.local.process.Child;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackingIT {

  @TempDir private static Path directory;

  /** As of this launcher; what it stands for outlives it, so that not every test starts anew. */
  private Platform platform;

  @AfterAll
  static void stopEverything() throws Exception {
    launcher().stopAll();
  }

  @Test
  void brokerAndDatabaseKeepTheirStateOverACrashOfBoth() throws Exception {
    Backing before = platform().startBacking();
    create(before, "kept");
    execute(before.lifecycle(), "create table kept (id int)");

    platform().kill(Platform.KAFKA);
    platform().kill(Platform.POSTGRES);
    platform = null;
    Backing after = platform().startBacking();

    try (Admin admin = admin(after)) {
      assertThat(topics(admin)).contains("kept");
    }
    execute(after.lifecycle(), "insert into kept values (1)");
  }

  @Test
  void noServiceReachesAnothersDatabase() throws Exception {
    Backing backing = platform().startBacking();
    Database stolen =
        new Database(
            backing.lifecycle().url(), backing.ingest().user(), backing.ingest().password());

    execute(backing.ingest(), "create table own (id int)");

    assertThatThrownBy(() -> execute(stolen, "select 1")).hasMessageContaining("CONNECT");
  }

  @Test
  void brokerTakesEveryCompression() throws Exception {
    Backing backing = platform().startBacking();
    create(backing, "compressed");

    for (String compression : List.of("none", "gzip", "snappy", "lz4", "zstd")) {
      Map<String, Object> settings =
          Map.of("bootstrap.servers", backing.kafka(), "compression.type", compression);
      try (Producer<byte[], byte[]> producer =
          new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
        assertThat(producer.send(new ProducerRecord<>("compressed", new byte[1_000])))
            .succeedsWithin(Duration.ofSeconds(20));
      }
    }
  }

  @Test
  void laterLauncherFindsWhatAnEarlierOneStartedAndDoesNotStopIt() throws Exception {
    Backing first = platform().startBacking();
    List<Child> children = platform().children();
    platform = null;

    Backing second = platform().startBacking();
    List<Child> stopped = platform().stopStarted();

    assertThat(second).isEqualTo(first);
    assertThat(stopped).isEmpty();
    assertThat(children).allMatch(Child::isAlive);
    assertThat(platform().stopAll()).containsExactlyInAnyOrderElementsOf(children);
    assertThat(children).noneMatch(Child::isAlive);
  }

  @Test
  void unrecordedDatabaseOfAKilledLauncherIsReplaced() throws Exception {
    platform().startBacking();
    Child orphan = platform().child(Platform.POSTGRES).orElseThrow();
    new Roster(new Home(directory)).remove(orphan);

    platform().startBacking();

    assertThat(orphan.isAlive()).isFalse();
    assertThat(platform().child(Platform.POSTGRES)).get().matches(Child::isAlive);
  }

  private Platform platform() throws Exception {
    if (platform == null) {
      platform = launcher();
    }
    return platform;
  }

  private static Platform launcher() throws Exception {
    return new Platform(directory, new Home(directory), line -> {});
  }

  private static void create(Backing backing, String topic) throws Exception {
    try (Admin admin = admin(backing)) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
  }

  private static Admin admin(Backing backing) {
    return Admin.create(Map.of("bootstrap.servers", backing.kafka()));
  }

  private static Set<String> topics(Admin admin) throws Exception {
    return Set.copyOf((Collection<String>) admin.listTopics().names().get());
  }

  private static void execute(Database database, String sql) throws Exception {
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
