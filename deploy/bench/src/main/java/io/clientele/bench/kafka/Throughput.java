package io.clientele.bench.kafka;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Watches records come into a topic. */
public final class Throughput {

  private static final Duration LOOK = Duration.ofMillis(50);

  private final KafkaTopics topics;
  private final String topic;
  private final long before;

  /** Counts what comes from now on. */
  public Throughput(KafkaTopics topics, String topic) {
    this.topics = topics;
    this.topic = topic;
    this.before = topics.end(topic);
  }

  /**
   * Seconds from when the first new record is seen to when the last is; exact to a look every 50
   * ms.
   *
   * @param wanted how many offsets further the topic must at least be
   * @param alive whether to go on waiting
   */
  public double secondsFor(long wanted, BooleanSupplier alive) throws InterruptedException {
    long first = 0;
    while (true) {
      long grown = topics.end(topic) - before;
      if (grown > 0 && first == 0) {
        first = System.nanoTime();
      }
      if (grown >= wanted) {
        return (System.nanoTime() - first) / 1e9;
      }
      if (!alive.getAsBoolean()) {
        throw new IllegalStateException(
            "the service died after %d of %d records".formatted(grown, wanted));
      }
      Thread.sleep(LOOK.toMillis());
    }
  }
}
