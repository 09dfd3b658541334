package io.clientele.bench.kafka;

import io.clientele.bench.events.ShopEvent;
import io.clientele.bench.events.ShopEvents;
import io.clientele.contract.Topics;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.tools.ProducerPerformance;

/**
 * Kafka's own ProducerPerformance with the very events that ingest gets, {@code acks=all} and
 * otherwise its defaults: idempotent, linger 5 ms, batches of 16 KB, no compression. It runs in
 * this JVM, so that from its second round on it is as warm as the service that it is held against.
 */
public final class KafkaSide {

  private static final String TOPIC = "producer-performance";
  private static final int DIFFERENT_EVENTS = 20_000;

  /** As ingest-service's LogProducer has them. */
  private static final List<String> AS_INGEST =
      List.of(
          "linger.ms=0",
          "max.in.flight.requests.per.connection=1",
          "batch.size=131072",
          "compression.type=lz4");

  private static final Pattern SUMMARY =
      Pattern.compile(
          "(\\d+) records sent, ([\\d.]+) records/sec.*, ([\\d.]+) ms 50th, .* ([\\d.]+) ms 99th,"
              + " ([\\d.]+) ms 99\\.9th\\.");

  private final KafkaTopics topics;
  private final String bootstrap;
  private final Path payload;

  /**
   * Makes the topic, with as many partitions as events have by default, and the file of events.
   *
   * @param folder where the file goes
   */
  public KafkaSide(KafkaTopics topics, String bootstrap, ShopEvents events, Path folder)
      throws IOException {
    this.topics = topics;
    this.bootstrap = bootstrap;
    this.payload = folder.resolve("events.ndjson");
    topics.create(TOPIC, topics.partitions(Topics.RECEIVED_EVENTS.name()));
    byte[] now = ShopEvent.time(Instant.now());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(payload))) {
      for (int number = 0; number < DIFFERENT_EVENTS; number++) {
        ShopEvent event = events.next();
        event.renew(number, now);
        out.write(event.json());
        out.write('\n');
      }
    }
  }

  /** The mean size of the events. */
  public double bytesAnEvent() throws IOException {
    return (double) Files.size(payload) / DIFFERENT_EVENTS - 1;
  }

  /** Sends this many events; the topic is empty again afterwards. */
  public KafkaRound run(long records) throws Exception {
    return run(records, List.of());
  }

  /** The same with the settings that ingest's own producer has. */
  public KafkaRound runAsIngest(long records) throws Exception {
    return run(records, AS_INGEST);
  }

  private KafkaRound run(long records, List<String> settings) throws Exception {
    List<String> arguments =
        List.of(
            "--topic",
            TOPIC,
            "--num-records",
            Long.toString(records),
            "--throughput",
            "-1",
            "--payload-file",
            payload.toString(),
            "--producer-props",
            "bootstrap.servers=" + bootstrap,
            "acks=all");
    String said =
        outputOf(Stream.concat(arguments.stream(), settings.stream()).toArray(String[]::new));
    topics.empty(TOPIC);
    List<String> lines = said.lines().toList();
    Matcher summary = SUMMARY.matcher(lines.isEmpty() ? "" : lines.get(lines.size() - 1));
    if (!summary.matches() || Long.parseLong(summary.group(1)) != records) {
      throw new IllegalStateException("ProducerPerformance did not do its work: " + said);
    }
    return new KafkaRound(
        records,
        Double.parseDouble(summary.group(2)),
        Double.parseDouble(summary.group(3)),
        Double.parseDouble(summary.group(4)),
        Double.parseDouble(summary.group(5)));
  }

  private static String outputOf(String... arguments) throws Exception {
    PrintStream usual = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream caught = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      System.setOut(caught);
      ProducerPerformance.main(arguments);
    } finally {
      System.setOut(usual);
    }
    return said.toString(StandardCharsets.UTF_8);
  }
}
