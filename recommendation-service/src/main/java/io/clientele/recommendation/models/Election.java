package io.clientele.recommendation.models;

import io.clientele.contract.Topics;
import io.clientele.runtime.kafka.Follower;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Elects one of the instances by a consumer group: the one that Kafka gives the only partition of
 * {@code recommendation-models}. It reads nothing there. A dead one is replaced after its session.
 */
public final class Election implements Follower.Task {

  /** The group; who is in it may be elected. */
  public static final String GROUP = "recommendation-ranker";

  private static final Logger LOG = Logger.getLogger(Election.class);
  private static final Duration WAIT = Duration.ofMillis(200);

  private final Supplier<Consumer<String, byte[]>> consumers;
  private volatile Optional<ConsumerGroupMetadata> membership = Optional.empty();

  /**
   * An election for one {@link Follower}.
   *
   * @param consumers opens a connection that is a member of {@link #GROUP}
   */
  public Election(Supplier<Consumer<String, byte[]>> consumers) {
    this.consumers = consumers;
  }

  /**
   * As what the group knows this instance, while it is elected. Whoever acts on it lets Kafka check
   * it, since a frozen instance learns late that another was elected.
   */
  public Optional<ConsumerGroupMetadata> membership() {
    return membership;
  }

  @Override
  public String topic() {
    return Topics.RECOMMENDATION_MODELS.name();
  }

  @Override
  public Consumer<String, byte[]> connect() {
    return consumers.get();
  }

  @Override
  public Follower.Turn subscribe(Consumer<String, byte[]> consumer) {
    consumer.subscribe(List.of(topic()), new Office(consumer));
    return () -> {
      consumer.poll(WAIT);
      if (!consumer.assignment().isEmpty()) {
        become(Optional.of(consumer.groupMetadata())); // of another generation after each change
      }
      return true;
    };
  }

  private void become(Optional<ConsumerGroupMetadata> now) {
    boolean wasElected = membership.isPresent();
    membership = now;
    if (wasElected != now.isPresent()) {
      LOG.info(wasElected ? "no longer elected to fit the ranker" : "elected to fit the ranker");
    }
  }

  /** Closing the connection resigns too. */
  private final class Office implements ConsumerRebalanceListener {

    private final Consumer<String, byte[]> consumer;

    Office(Consumer<String, byte[]> consumer) {
      this.consumer = consumer;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      consumer.pause(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      if (!partitions.isEmpty()) {
        become(Optional.empty());
      }
    }
  }
}
