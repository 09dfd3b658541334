package io.clientele.ingest.kafka;

import io.clientele.contract.Topics;
import io.clientele.runtime.kafka.DurableProducer;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The log's producer: durable and bounded in time as any, and bounded in memory. */
public final class LogProducer {

  /** Kafka measures a request before it compresses it. */
  private static final int MAX_REQUEST_BYTES = 2 * Topics.MAX_REJECTION_BYTES;

  private static final int BATCH_BYTES = 128 * 1024;

  private static final int MOST_IN_FLIGHT = 1;

  /** As the topologies have it: a dead instance's transaction ends in seconds. */
  private static final int TRANSACTION_TIMEOUT_MILLIS = 5_000;

  private LogProducer() {}

  /**
   * A producer; to be closed.
   *
   * @param bufferBytes how much may wait for acknowledgement
   */
  public static Producer<String, byte[]> connect(String bootstrapServers, long bufferBytes) {
    return DurableProducer.connect(bootstrapServers, settings(bufferBytes));
  }

  /**
   * A producer for transactions; to be closed.
   *
   * @param transactionalId one that nobody had before
   */
  public static Producer<String, byte[]> connect(
      String bootstrapServers, long bufferBytes, String transactionalId) {
    Map<String, Object> settings = new HashMap<>(settings(bufferBytes));
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MILLIS);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DurableProducer.DELIVERY_TIMEOUT_MILLIS);
    return DurableProducer.connect(bootstrapServers, settings);
  }

  private static Map<String, Object> settings(long bufferBytes) {
    return Map.of(
        ProducerConfig.BUFFER_MEMORY_CONFIG, bufferBytes,
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES,
        ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES,
        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, MOST_IN_FLIGHT,
        ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
  }
}
