package io.clientele.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.local.broker.KafkaBroker;
import io.clientele.local.process.Child;
import io.clientele.local.process.Ending;
import io.clientele.local.process.Launch;
import io.clientele.local.process.Ports;
import io.clientele.local.process.Programs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CatchUpIT {

  private static final TopicPartition PARTITION = new TopicPartition("customer-events", 0);
  private static final String GROUP = "profile-service";

  @TempDir private static Path directory;

  private static Child kafka;

  /** Three records at 0 to 2, and behind them the marker of the transaction, at 3. */
  @BeforeAll
  static void startWithThreeRecordsAndAMarker() throws Exception {
    int port = Ports.freeNear(0);
    List<String> command =
        new KafkaBroker(directory.resolve("kafka"))
            .command(Programs.java(), port, Ports.freeNear(0));
    kafka = new Launch("kafka", command, Map.of(), port, directory.resolve("log")).start();
    try (Admin admin = admin()) {
      admin.createTopics(List.of(new NewTopic(PARTITION.topic(), 1, (short) 1))).all().get();
    }
    Map<String, Object> settings =
        Map.of("bootstrap.servers", kafka.address(), "transactional.id", "test");
    try (var producer =
        new KafkaProducer<byte[], byte[]>(
            settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      for (int record = 0; record < 3; record++) {
        producer.send(new ProducerRecord<>(PARTITION.topic(), new byte[10])).get();
      }
      producer.commitTransaction();
    }
  }

  @AfterAll
  static void stop() throws Exception {
    Ending.KILL.apply(kafka, Duration.ofSeconds(10));
  }

  @Test
  void groupThatHasReadAllButAMarkerHasCaughtUp() throws Exception {
    commit(3);
    List<Long> seen = new ArrayList<>();

    try (CatchUp catchUp = new CatchUp(kafka.address(), List.of())) {
      assertThat(catchUp.await(seen::add)).containsKey(GROUP);
    }

    assertThat(seen).containsOnly(0L);
  }

  @Test
  void groupWithARecordBeforeItIsWaitedFor() throws Exception {
    commit(2);
    List<Long> seen = new ArrayList<>();

    try (CatchUp catchUp = new CatchUp(kafka.address(), List.of())) {
      catchUp.await(
          behind -> {
            seen.add(behind);
            commit(3);
          });
    }

    assertThat(seen.get(0)).isPositive();
    assertThat(seen).endsWith(0L, 0L);
  }

  private static void commit(long offset) {
    try (Admin admin = admin()) {
      assertThat(
              admin
                  .alterConsumerGroupOffsets(
                      GROUP, Map.of(PARTITION, new OffsetAndMetadata(offset)))
                  .all())
          .succeedsWithin(Duration.ofSeconds(20));
    }
  }

  private static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", kafka.address()));
  }
}
