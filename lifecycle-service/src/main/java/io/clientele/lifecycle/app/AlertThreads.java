package io.clientele.lifecycle.app;

import io.clientele.contract.RejectedEvent;
import io.clientele.contract.Topics;
import io.clientele.lifecycle.AlertTail;
import io.clientele.lifecycle.store.AlertRepository;
import io.clientele.lifecycle.store.AlertWriter;
import io.clientele.runtime.kafka.Follower;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/** The two threads between Kafka, the database and the open streams. */
@ApplicationScoped
class AlertThreads {

  private static final Logger LOG = Logger.getLogger(AlertThreads.class);
  private static final String GROUP = "lifecycle-alerts";
  private static final long TURN_MILLIS = 250;

  private final Follower writer;
  private final AlertTail tail;
  private final Thread writing;
  private final ScheduledExecutorService tailing =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "alert-tail");
            thread.setDaemon(true);
            return thread;
          });
  private ScheduledFuture<?> turns;
  private boolean answering = true;

  AlertThreads(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      Flyway flyway,
      AlertRepository repository,
      AlertTail tail,
      @ConfigProperty(name = "quarkus.application.name") String service,
      MeterRegistry meters) {
    this.writer =
        new Follower(
            new AlertWriter(
                kafka(bootstrapServers),
                flyway::migrate,
                repository::save,
                service,
                rejected -> count(rejected, meters)));
    this.tail = tail;
    this.writing = new Thread(writer, "alert-writer");
    writing.setDaemon(true);
  }

  void start(@Observes StartupEvent event) {
    writing.start();
    turns = tailing.scheduleWithFixedDelay(this::turn, 0, TURN_MILLIS, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    turns.cancel(false);
    tailing.shutdown();
    writer.stop();
    writing.join(TimeUnit.SECONDS.toMillis(2));
  }

  /** Goes on whatever happens: the database comes back, and then nothing has been missed. */
  private void turn() {
    try {
      tail.turn();
      answering = true;
    } catch (RuntimeException e) {
      if (answering) {
        LOG.warnf("alerts cannot be read, trying again: cause=%s", e.toString());
      }
      answering = false;
    }
  }

  /** Under the name by which the topology's rejections are counted. */
  private static void count(RejectedEvent rejected, MeterRegistry meters) {
    meters
        .counter("clientele.rejected", "source", rejected.source(), "reason", rejected.reason())
        .increment();
  }

  private static Properties kafka(String bootstrapServers) {
    Properties kafka = new Properties();
    kafka.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    kafka.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    kafka.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class.getName());
    kafka.put(
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
    kafka.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    kafka.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    kafka.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    kafka.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "6000");
    kafka.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "1500");
    kafka.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
    kafka.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
    kafka.put(ProducerConfig.ACKS_CONFIG, "all");
    kafka.put(
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(2 * Topics.MAX_REJECTION_BYTES));
    return kafka;
  }
}
