package io.clientele.local.broker;

import io.clientele.contract.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A real Kafka broker for one machine: KRaft, broker and controller in one JVM of its own. */
public final class KafkaBroker {

  private static final int MIB = 1024 * 1024;

  private final Path directory;

  /** A broker that keeps its log and its settings under {@code directory}. */
  public KafkaBroker(Path directory) {
    this.directory = directory.toAbsolutePath();
  }

  /**
   * Writes the broker's settings and says how to start it; an empty directory is formatted at the
   * start.
   *
   * @param java the java executable
   */
  public List<String> command(String java, int port, int controllerPort) {
    Path settings = directory.resolve("server.properties");
    try {
      Files.createDirectories(directory);
      try (var writer = Files.newBufferedWriter(settings)) {
        Properties properties = new Properties();
        properties.putAll(settings(port, controllerPort));
        properties.store(writer, "Written anew at every start");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + settings, e);
    }
    return List.of(
        java,
        "-Xms64m",
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        "-Dlog4j2.configurationFile=classpath:io/clientele/local/broker/log4j2.properties",
        "-cp",
        System.getProperty("java.class.path"),
        BrokerProcess.class.getName(),
        settings.toString());
  }

  /** Whether a broker answers at this address, within two seconds. */
  public static boolean answersAt(String bootstrapServers) {
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            1_500,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            2_000);
    try (Admin admin = Admin.create(settings)) {
      return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Map<String, String> settings(int port, int controllerPort) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("node.id", "1");
    settings.put("process.roles", "broker,controller");
    settings.put(
        "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    settings.put("log.dirs", directory.resolve("data").toString());

    settings.put("auto.create.topics.enable", "false");
    settings.put("message.max.bytes", Integer.toString(2 * Topics.MAX_RECORD_BYTES));
    settings.put("default.replication.factor", "1");
    settings.put("min.insync.replicas", "1");
    for (String internal :
        List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
      settings.put(internal + ".replication.factor", "1");
      settings.put(internal + ".num.partitions", "10");
    }
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");

    settings.put("group.initial.rebalance.delay.ms", "0");
    // A broker back after kill -9 waits until its old session is over: 9 s unless told otherwise.
    settings.put("broker.session.timeout.ms", "3000");
    settings.put("broker.heartbeat.interval.ms", "500");
    // Transactions of dead instances are looked for every 10 s unless told otherwise.
    settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    // 128 MB unless told otherwise: half of this broker's heap.
    settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 * MIB));
    return settings;
  }
}
