package io.clientele.lifecycle.store;

import io.clientele.contract.LifecycleAlert;
import io.clientele.contract.RejectedEvent;
import io.clientele.contract.Topics;
import io.clientele.runtime.kafka.Follower;
import io.clientele.runtime.streams.RejectionRecord;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * Carries {@code lifecycle-alerts} into the database: first the database, then what it refuses into
 * quarantine, then the offsets. A record may so come twice and is then harmless, see {@link
 * AlertRepository#save}. After a failure it starts again from the last committed offset.
 */
public final class AlertWriter implements Follower.Task {

  private static final Duration WAIT = Duration.ofMillis(200);

  private final Properties kafka;
  private final Runnable migration;
  private final AlertBatch batch;
  private final Consumer<RejectedEvent> observer;

  /**
   * A writer for one {@link Follower}.
   *
   * @param kafka the settings of a read-committed consumer of bytes and of a producer of bytes
   * @param migration brings the database up to date, before each start
   * @param database takes the alerts in one transaction
   * @param service who refuses what cannot be stored
   * @param observer sees every rejection once it stands in its topic, to count it
   */
  public AlertWriter(
      Properties kafka,
      Runnable migration,
      Consumer<List<LifecycleAlert>> database,
      String service,
      Consumer<RejectedEvent> observer) {
    this.kafka = kafka;
    this.migration = migration;
    this.batch = new AlertBatch(database, service);
    this.observer = observer;
  }

  @Override
  public String topic() {
    return Topics.LIFECYCLE_ALERTS.name();
  }

  @Override
  public KafkaConsumer<String, byte[]> connect() {
    migration.run();
    return new KafkaConsumer<>(kafka);
  }

  @Override
  public Follower.Turn subscribe(
      org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer) {
    consumer.subscribe(List.of(topic()));
    return () -> {
      ConsumerRecords<String, byte[]> records = consumer.poll(WAIT);
      if (!records.isEmpty()) {
        quarantine(batch.store(records));
        consumer.commitSync();
      }
      return !records.isEmpty();
    };
  }

  /** Rare, so a producer is made for it. Repeated rejections carry the same id. */
  private void quarantine(List<RejectedEvent> rejected)
      throws InterruptedException, ExecutionException {
    if (rejected.isEmpty()) {
      return;
    }
    try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(kafka)) {
      for (RejectedEvent event : rejected) {
        producer.send(RejectionRecord.of(event)).get();
        observer.accept(event);
      }
    }
  }
}
