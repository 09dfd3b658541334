package io.clientele.profile.kafka;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The settings of what writes links: durable first, then an answer within seconds. */
public final class LinkProducer {

  /** How long a request waits for metadata. */
  private static final int MAX_BLOCK_MILLIS = 1_000;

  private static final int REQUEST_TIMEOUT_MILLIS = 4_000;

  /** Shorter than a peer that passed the request on waits for the answer. */
  private static final int DELIVERY_TIMEOUT_MILLIS = 8_000;

  private LinkProducer() {}

  /** A producer; to be closed. */
  public static Producer<String, byte[]> connect(String bootstrapServers) {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
            ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MILLIS,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS,
            ProducerConfig.LINGER_MS_CONFIG, 0),
        new StringSerializer(),
        new ByteArraySerializer());
  }
}
