package io.clientele.lifecycle.store;

import io.clientele.contract.LifecycleAlert;
import io.clientele.contract.RejectedEvent;
import io.clientele.contract.Topics;
import io.clientele.runtime.streams.RejectionRecord;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Carries {@code lifecycle-alerts} into the database: first the database, then what it refuses into
 * quarantine, then the offsets. A record may so come twice and is then harmless, see {@link
 * AlertRepository#save}. Whatever fails, Kafka or the database, it starts again from the last
 * committed offset.
 */
public final class AlertWriter implements Runnable {

  private static final Logger LOG = Logger.getLogger(AlertWriter.class);
  private static final Duration WAIT = Duration.ofMillis(200);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Properties kafka;
  private final Runnable migration;
  private final AlertBatch batch;
  private final Consumer<RejectedEvent> observer;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile KafkaConsumer<String, byte[]> reading;
  private boolean writing = true;

  /**
   * A writer for one thread.
   *
   * @param kafka the settings of a read-committed consumer of bytes and of a producer of bytes
   * @param migration brings the database up to date; repeated until it succeeds
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

  /** Ends {@link #run} at its next call of Kafka, or at once if it waits. */
  public void stop() {
    stopping.countDown();
    KafkaConsumer<String, byte[]> consumer = reading;
    if (consumer != null) {
      consumer.wakeup();
    }
  }

  @Override
  public void run() {
    boolean migrated = false;
    boolean running = true;
    while (running) {
      try {
        if (!migrated) {
          migration.run();
          migrated = true;
        }
        follow();
        running = false;
      } catch (WakeupException stopped) {
        running = false;
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        running = false;
      } catch (RuntimeException | ExecutionException e) {
        if (writing) {
          LOG.warnf("alerts not written, trying again until they are: cause=%s", e.toString());
        }
        writing = false;
        running = rest();
      }
    }
  }

  /** Ends, or throws, when the writer is stopped. */
  private void follow() throws InterruptedException, ExecutionException {
    try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(kafka)) {
      reading = consumer;
      consumer.subscribe(List.of(Topics.LIFECYCLE_ALERTS.name()));
      while (stopping.getCount() > 0) {
        ConsumerRecords<String, byte[]> records = consumer.poll(WAIT);
        if (!records.isEmpty()) {
          quarantine(batch.store(records));
          consumer.commitSync();
          if (!writing) {
            LOG.info("alerts are written again");
          }
          writing = true;
        }
      }
    } finally {
      reading = null;
    }
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

  /** Whether to go on. */
  private boolean rest() {
    try {
      return !stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
