package io.clientele.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * A real Kafka broker for the tests, in a process of its own. Who uses it has {@code kafka_2.13} on
 * the class path of its tests.
 */
public final class Broker {

  /** More than twice the largest record of any topic. */
  private static final int MOST_MESSAGE_BYTES = 32 * 1024 * 1024;

  private static final String DATA = "data";

  private final Path directory;
  private final String address;
  private Process process;

  private Broker(Path directory, String address) throws IOException {
    this.directory = directory;
    this.address = address;
    comeBack();
  }

  /** Starts one, on ports that nobody uses, with its log under {@code directory}. */
  public static Broker start(Path directory) throws IOException {
    int port = freePort();
    int controllerPort = freePort();
    Properties settings = new Properties();
    settings.put("node.id", "1");
    settings.put("process.roles", "broker,controller");
    settings.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    settings.put("log.dirs", directory.resolve(DATA).toString());
    settings.put("auto.create.topics.enable", "false");
    settings.put("message.max.bytes", Integer.toString(MOST_MESSAGE_BYTES));
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    // After a crash it waits for the end of its own session.
    settings.put("broker.session.timeout.ms", "3000");
    settings.put("broker.heartbeat.interval.ms", "500");
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "500");
    try (var writer = Files.newBufferedWriter(settings(directory))) {
      settings.store(writer, null);
    }
    return new Broker(directory, "127.0.0.1:" + port);
  }

  private static Path settings(Path directory) {
    return directory.resolve("server.properties");
  }

  /** Where it was, with what it had. */
  public void comeBack() throws IOException {
    process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Broker.class.getName(),
                    settings(directory).toString()))
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(directory.resolve("broker.log").toFile()))
            .start();
  }

  /** Where it answers, soon. */
  public String address() {
    return address;
  }

  /** As a crash would end it. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
  }

  /** The process: formats the log's directory unless that is done, and runs Kafka. */
  public static void main(String[] arguments) {
    if (Files.notExists(Path.of(arguments[0]).resolveSibling(DATA))) {
      format(arguments[0]);
    }
    Kafka.main(arguments);
  }

  private static void format(String settings) {
    int outcome =
        StorageTool.execute(
            new String[] {
              "format", "--cluster-id", Uuid.randomUuid().toString(), "--config", settings
            },
            System.out);
    if (outcome != 0) {
      throw new IllegalStateException("the log cannot be formatted: " + outcome);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
