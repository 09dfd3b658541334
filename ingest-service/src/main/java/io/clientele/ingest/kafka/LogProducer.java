package io.clientele.ingest.kafka;

import io.clientele.contract.Topics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The producer's settings: durable first, then bounded in memory and in time. */
public final class LogProducer {

  /** Kafka measures a request before it compresses it. */
  private static final int MAX_REQUEST_BYTES = 2 * Topics.MAX_REJECTION_BYTES;

  private static final int BATCH_BYTES = 128 * 1024;

  /**
   * Nothing waits for company, and what comes while a request is on its way goes with the next: so
   * batches grow with the load and not with the clock.
   */
  private static final int LINGER_MILLIS = 0;

  private static final int MOST_IN_FLIGHT = 1;

  /** How long a request's thread waits for metadata or for room in the buffer. */
  private static final int MAX_BLOCK_MILLIS = 1_000;

  private static final int REQUEST_TIMEOUT_MILLIS = 4_000;
  private static final int DELIVERY_TIMEOUT_MILLIS = 8_000;

  /** As the topologies have it: a dead instance's transaction ends in seconds. */
  private static final int TRANSACTION_TIMEOUT_MILLIS = 5_000;

  private LogProducer() {}

  /**
   * A producer; to be closed.
   *
   * @param bufferBytes how much may wait for acknowledgement
   */
  public static Producer<String, byte[]> connect(String bootstrapServers, long bufferBytes) {
    return connect(settings(bootstrapServers, bufferBytes));
  }

  /**
   * A producer for transactions; to be closed.
   *
   * @param transactionalId one that nobody had before
   */
  public static Producer<String, byte[]> connect(
      String bootstrapServers, long bufferBytes, String transactionalId) {
    Map<String, Object> settings = new HashMap<>(settings(bootstrapServers, bufferBytes));
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MILLIS);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS);
    return connect(settings);
  }

  private static Map<String, Object> settings(String bootstrapServers, long bufferBytes) {
    return Map.ofEntries(
        Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
        Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
        Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
        Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, bufferBytes),
        Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MILLIS),
        Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS),
        Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS),
        Map.entry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES),
        Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES),
        Map.entry(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS),
        Map.entry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, MOST_IN_FLIGHT),
        Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"));
  }

  private static Producer<String, byte[]> connect(Map<String, Object> settings) {
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }
}
