package io.clientele.ingest.app;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clientele.contract.CustomerMerge;
import io.clientele.contract.IdentityLink;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.Topic;
import io.clientele.contract.Topics;
import io.clientele.ingest.Alias;
import io.clientele.ingest.EventRecords;
import io.clientele.ingest.Fingerprint;
import io.clientele.ingest.LogRecord;
import io.clientele.ingest.ReceivedEvent;
import io.clientele.ingest.identity.LinkLimit;
import io.clientele.ingest.kafka.KafkaLog;
import io.clientele.ingest.kafka.LogProducer;
import io.clientele.ingest.projection.RejectionConsumer;
import io.clientele.ingest.streams.IngestTopology;
import io.clientele.runtime.streams.Quarantine;
import io.clientele.runtime.topics.TopicProvision;
import io.clientele.testing.Broker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That what the front door writes and what splits devices lie in the same partitions. */
final class DeviceSplitIT {

  private static final String SERVICE = "ingest-service";
  private static final int PARTITIONS = 6;
  private static final long BUFFER_BYTES = 32 * 1024 * 1024;
  private static final List<String> DEVICES =
      IntStream.range(0, 30).mapToObj(each -> "device-" + each).toList();
  private static final RecordFormat<CustomerMerge> MERGES = RecordFormat.of(CustomerMerge.class);
  private static final RecordFormat<IdentityLink> LINKS = RecordFormat.of(IdentityLink.class);

  private final Instant now = Instant.now();
  @TempDir private Path directory;
  private Broker broker;
  private KafkaStreams streams;
  private Producer<String, byte[]> producer;
  private Consumer<String, byte[]> consumer;

  /** The newest of each customer. */
  private final Map<String, CustomerMerge> merges = new HashMap<>();

  @BeforeEach
  void start() throws Exception {
    broker = Broker.start(directory);
    List<Topic> topics =
        Stream.concat(Topics.all().stream(), Stream.of(IngestTopology.DEVICE_SPLITS)).toList();
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.address()))) {
      // A topic may be unknown for a moment after it was made.
      await()
          .atMost(1, MINUTES)
          .ignoreException(ExecutionException.class)
          .untilAsserted(() -> new TopicProvision(PARTITIONS, (short) 1).ensure(admin, topics));
    }
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, SERVICE);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, broker.address());
    settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.resolve("state").toString());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
    settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
    streams =
        new KafkaStreams(
            IngestTopology.of(new Quarantine(SERVICE, rejected -> {}), new LinkLimit(300)),
            settings);
    streams.start();
    producer = LogProducer.connect(broker.address(), BUFFER_BYTES);
    consumer = RejectionConsumer.connect(broker.address(), "reader");
    List<TopicPartition> partitions =
        IntStream.range(0, PARTITIONS)
            .mapToObj(each -> new TopicPartition(Topics.CUSTOMER_MERGES.name(), each))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  @AfterEach
  void stop() throws Exception {
    consumer.close();
    producer.close();
    streams.close(Duration.ofSeconds(30));
    broker.kill();
  }

  @Test
  void eachDeviceIsSplitWhereverItIsKnown() throws Exception {
    List<LogRecord> logins =
        DEVICES.stream().flatMap(device -> EventRecords.of(login(device)).stream()).toList();
    new KafkaLog(producer, SERVICE).append(logins).toCompletableFuture().join();
    await().atMost(2, MINUTES).untilAsserted(() -> assertThat(read()).hasSize(DEVICES.size()));

    List<CustomerMerge> linked = List.copyOf(merges.values());
    for (CustomerMerge merge : linked) {
      producer.send(removal(merge)).get();
    }

    await()
        .atMost(2, MINUTES)
        .untilAsserted(
            () ->
                assertThat(read().values())
                    .hasSize(DEVICES.size())
                    .allMatch(merge -> merge.links().isEmpty())
                    .allMatch(merge -> merge.canonicalId().equals(merge.customerId())));
    assertThat(linked).allMatch(merge -> merge.links().size() == 1);
  }

  private Map<String, CustomerMerge> read() {
    consumer
        .poll(Duration.ofMillis(100))
        .forEach(record -> merges.put(record.key(), MERGES.read(record.value())));
    return merges;
  }

  private ReceivedEvent login(String device) {
    String id = Fingerprint.of("shop", device);
    return ReceivedEvent.of(
        new Alias(id, "shop", Alias.Cause.ALIAS, "owner-of-" + device, device, device, now));
  }

  private ProducerRecord<String, byte[]> removal(CustomerMerge merge) {
    IdentityLink removal =
        new IdentityLink(
            merge.links().get(0).id(),
            merge.customerId(),
            merge.canonicalId(),
            "split",
            "operator",
            now,
            true);
    return new ProducerRecord<>(
        Topics.IDENTITY_LINKS.name(), removal.linkId(), LINKS.write(removal));
  }
}
