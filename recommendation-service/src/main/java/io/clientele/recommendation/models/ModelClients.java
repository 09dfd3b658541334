package io.clientele.recommendation.models;

import io.clientele.contract.Topics;
import io.clientele.runtime.kafka.DurableProducer;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The connections of who reads, elects and publishes; each to be closed. */
public final class ModelClients {

  /** As the topologies have it: a dead instance is replaced in seconds. */
  private static final int SESSION_MILLIS = 6_000;

  private static final int HEARTBEAT_MILLIS = 1_500;

  /** As the topologies have it: so long a dead instance keeps readers from what came later. */
  private static final int TRANSACTION_MILLIS = 5_000;

  private ModelClients() {}

  /** For {@link ModelReader}. */
  public static Consumer<String, byte[]> reader(String bootstrapServers) {
    return connect(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false));
  }

  /**
   * For {@link Election}. Whoever is elected stays so when others come, since partitions stick to
   * their members.
   */
  public static Consumer<String, byte[]> member(String bootstrapServers, String advertisedAddress) {
    return connect(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.GROUP_ID_CONFIG,
            Election.GROUP,
            ConsumerConfig.CLIENT_ID_CONFIG,
            Electorate.clientId(advertisedAddress),
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
            CooperativeStickyAssignor.class.getName(),
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
            SESSION_MILLIS,
            ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
            HEARTBEAT_MILLIS,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false));
  }

  /** For {@link Publication}: with a transactional id that nobody had before. */
  public static Producer<String, byte[]> transactional(String bootstrapServers) {
    return DurableProducer.connect(
        bootstrapServers,
        Map.of(
            ProducerConfig.TRANSACTIONAL_ID_CONFIG,
            Election.GROUP + "-" + UUID.randomUUID(),
            ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
            TRANSACTION_MILLIS,
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            DurableProducer.DELIVERY_TIMEOUT_MILLIS,
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
            Topics.MAX_RECORD_BYTES));
  }

  private static Consumer<String, byte[]> connect(Map<String, Object> settings) {
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
