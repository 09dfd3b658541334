package io.clientele.lifecycle.store;

import io.clientele.contract.LifecycleAlert;
import io.clientele.contract.MalformedRecordException;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import io.clientele.contract.Topics;
import io.clientele.runtime.streams.Quarantine;
import io.clientele.runtime.streams.RecordPlace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Carries {@code lifecycle-alerts} into the database. Offsets are committed after the database has
 * committed, so a record may come twice and is then harmless, see {@link AlertRepository#save}.
 * Whatever fails, Kafka or the database, it starts again from the last committed offset.
 */
public final class AlertWriter implements Runnable {

  private static final Logger LOG = Logger.getLogger(AlertWriter.class);
  private static final RecordFormat<LifecycleAlert> ALERTS = RecordFormat.of(LifecycleAlert.class);
  private static final RecordFormat<RejectedEvent> REJECTIONS =
      RecordFormat.of(RejectedEvent.class);
  private static final Duration WAIT = Duration.ofMillis(200);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Properties kafka;
  private final Runnable migration;
  private final Consumer<List<LifecycleAlert>> database;
  private final Quarantine quarantine;
  private volatile boolean stopping;

  /**
   * A writer for one thread.
   *
   * @param kafka the settings of a read-committed consumer of bytes and of a producer of bytes
   * @param migration brings the database up to date; repeated until it succeeds
   * @param database takes the alerts in one transaction
   */
  public AlertWriter(
      Properties kafka,
      Runnable migration,
      Consumer<List<LifecycleAlert>> database,
      Quarantine quarantine) {
    this.kafka = kafka;
    this.migration = migration;
    this.database = database;
    this.quarantine = quarantine;
  }

  /** Ends {@link #run} within a poll. */
  public void stop() {
    stopping = true;
  }

  @Override
  public void run() {
    boolean migrated = false;
    while (!stopping) {
      try {
        if (!migrated) {
          migration.run();
          migrated = true;
        }
        follow();
      } catch (WakeupException ended) {
        return;
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException | ExecutionException e) {
        LOG.warnf("alerts not written, trying again: cause=%s", e.toString());
        if (!rest()) {
          return;
        }
      }
    }
  }

  private void follow() throws InterruptedException, ExecutionException {
    try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(kafka)) {
      consumer.subscribe(List.of(Topics.LIFECYCLE_ALERTS.name()));
      while (!stopping) {
        ConsumerRecords<String, byte[]> records = consumer.poll(WAIT);
        if (!records.isEmpty()) {
          write(records);
          consumer.commitSync();
        }
      }
    }
  }

  private void write(ConsumerRecords<String, byte[]> records)
      throws InterruptedException, ExecutionException {
    List<LifecycleAlert> alerts = new ArrayList<>();
    List<RejectedEvent> rejected = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      if (record.value() != null) {
        try {
          alerts.add(ALERTS.read(record.value()));
        } catch (MalformedRecordException e) {
          rejected.add(reject(record, e));
        }
      }
    }
    if (!rejected.isEmpty()) {
      quarantine(rejected);
    }
    if (!alerts.isEmpty()) {
      database.accept(alerts);
    }
  }

  private RejectedEvent reject(ConsumerRecord<String, byte[]> record, MalformedRecordException e) {
    RecordPlace place = new RecordPlace(record.topic(), record.partition(), record.offset());
    return quarantine.reject(place, record.key(), record.value(), record.timestamp(), e);
  }

  /** Rare, so a producer is made for it. Repeated rejections carry the same id. */
  private void quarantine(List<RejectedEvent> rejected)
      throws InterruptedException, ExecutionException {
    try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(kafka)) {
      for (RejectedEvent event : rejected) {
        producer
            .send(
                new ProducerRecord<>(
                    Topics.REJECTED_EVENTS.name(), event.source(), REJECTIONS.write(event)))
            .get();
      }
    }
  }

  /** Whether to go on. */
  private boolean rest() {
    try {
      Thread.sleep(PAUSE.toMillis());
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
