package io.clientele.bench.counter;

import io.clientele.contract.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * The least that Kafka Streams can do with events, exactly once: counts them by key, as bytes, in a
 * RocksDB store with a changelog, and writes nothing else. A program of its own, with the settings
 * that the services have, read from their file.
 */
public final class BareCounter {

  /** Its Kafka Streams application. */
  public static final String APPLICATION = "bare-counter";

  /** It reads what profile-service reads, from a topic of its own. */
  public static final String TOPIC = "bare-" + Topics.CUSTOMER_EVENTS.name();

  /** Where its counts stand, eight bytes each. */
  public static final String CHANGELOG = APPLICATION + "-counts-changelog";

  private static final String COUNTS = "counts";
  private static final String COUNT = "count";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private BareCounter() {}

  /** Runs until it is stopped; takes the broker, the folder of its state, the number of threads. */
  public static void main(String[] arguments) throws InterruptedException {
    Properties settings = ServiceSettings.ofStreams(BareCounter.class.getClassLoader());
    settings.setProperty(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
    settings.setProperty(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, arguments[0]);
    settings.setProperty(StreamsConfig.STATE_DIR_CONFIG, Path.of(arguments[1]).toString());
    settings.setProperty(StreamsConfig.NUM_STREAM_THREADS_CONFIG, arguments[2]);
    KafkaStreams streams = new KafkaStreams(topology(), settings);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  streams.close(PATIENCE);
                  stopped.countDown();
                },
                "close-streams"));
    streams.start();
    stopped.await();
  }

  static Topology topology() {
    Topology topology = new Topology();
    topology.addSource(
        "read-events", new ByteArrayDeserializer(), new ByteArrayDeserializer(), TOPIC);
    topology.addProcessor(COUNT, Counting::new, "read-events");
    topology.addStateStore(
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(COUNTS), Serdes.ByteArray(), Serdes.Long())
            .withCachingDisabled(),
        COUNT);
    return topology;
  }

  private static final class Counting implements Processor<byte[], byte[], Void, Void> {

    private KeyValueStore<byte[], Long> counts;

    @Override
    public void init(ProcessorContext<Void, Void> context) {
      counts = context.getStateStore(COUNTS);
    }

    @Override
    public void process(Record<byte[], byte[]> event) {
      Long before = counts.get(event.key());
      counts.put(event.key(), before == null ? 1 : before + 1);
    }
  }

  /** What all services have in common, of which this takes what is meant for Kafka Streams. */
  static final class ServiceSettings {

    private static final String FILE = "META-INF/microprofile-config.properties";
    private static final String PREFIX = "kafka-streams.";

    private ServiceSettings() {}

    /** Those whose values stand there; those that each service composes of others are left out. */
    static Properties ofStreams(ClassLoader loader) {
      Properties settings = new Properties();
      try {
        for (var files = loader.getResources(FILE); files.hasMoreElements(); ) {
          Properties file = new Properties();
          try (var content = files.nextElement().openStream()) {
            file.load(content);
          }
          for (String name : file.stringPropertyNames()) {
            String value = file.getProperty(name);
            if (name.startsWith(PREFIX) && !value.contains("${")) {
              settings.setProperty(name.substring(PREFIX.length()), value);
            }
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the settings of the services", e);
      }
      if (settings.isEmpty()) {
        throw new IllegalStateException(FILE + " of service-runtime is not on the class path");
      }
      return settings;
    }
  }
}
