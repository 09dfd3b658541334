package io.clientele.ingest.projection;

import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The consumer's settings: only what is committed, bounded in memory. */
public final class RejectionConsumer {

  /** A rejection may have 14 MB and is fetched whatever the bounds are; others share them. */
  private static final int FETCHED_BYTES = 4 * 1024 * 1024;

  private static final int POLLED_RECORDS = 200;

  private RejectionConsumer() {}

  /** A consumer; to be closed. */
  public static Consumer<String, byte[]> connect(String bootstrapServers, String group) {
    return new KafkaConsumer<>(
        Map.ofEntries(
            Map.entry(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
            Map.entry(ConsumerConfig.GROUP_ID_CONFIG, group),
            Map.entry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
            Map.entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
            Map.entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
            Map.entry(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false),
            Map.entry(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCHED_BYTES),
            Map.entry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLLED_RECORDS),
            Map.entry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000),
            Map.entry(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500)),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }
}
