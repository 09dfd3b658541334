package io.clientele.runtime.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Producers of what a client waits for: durable first, then an answer within seconds. */
public final class DurableProducer {

  /**
   * How long a record waits for its acknowledgement in milliseconds, after which it is not stored.
   * Shorter than a peer that passed a request on waits for the answer.
   */
  public static final int DELIVERY_TIMEOUT_MILLIS = 8_000;

  private static final int REQUEST_TIMEOUT_MILLIS = 4_000;

  /** How long a request's thread waits for metadata or for room in the buffer. */
  private static final int MAX_BLOCK_MILLIS = 1_000;

  /**
   * Nothing waits for company, and what comes while a request is on its way goes with the next: so
   * batches grow with the load and not with the clock.
   */
  private static final int LINGER_MILLIS = 0;

  private DurableProducer() {}

  /** A producer; to be closed. */
  public static Producer<String, byte[]> connect(String bootstrapServers) {
    return connect(bootstrapServers, Map.of());
  }

  /**
   * A producer; to be closed.
   *
   * @param more settings beside these, or other values for them
   */
  public static Producer<String, byte[]> connect(
      String bootstrapServers, Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MILLIS);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
    settings.putAll(more);
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }
}
