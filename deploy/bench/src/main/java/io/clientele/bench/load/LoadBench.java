package io.clientele.bench.load;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.clientele.bench.ingest.IngestUnderTest;
import io.clientele.bench.kafka.CommittedRecords;
import io.clientele.bench.kafka.KafkaTopics;
import io.clientele.bench.report.Checkout;
import io.clientele.bench.report.Machine;
import io.clientele.contract.Json;
import io.clientele.contract.Topics;
import io.clientele.local.platform.Home;
import io.clientele.local.platform.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Loads a large file through a small service and looks whether each event arrived once. */
public final class LoadBench {

  private static final String NAME = "load";

  private final Path checkout;
  private final Platform platform;
  private final Home home;
  private final Consumer<String> say;

  /**
   * @param platform with nothing running yet
   * @param say takes one line about each step
   */
  public LoadBench(Path checkout, Platform platform, Home home, Consumer<String> say) {
    this.checkout = checkout;
    this.platform = platform;
    this.home = home;
    this.say = say;
  }

  /**
   * Starts all that it needs and measures; the platform's owner stops it.
   *
   * @param bytes how large the file is at least
   * @param heap the service's, as {@code -Xmx} takes it
   */
  public LoadReport run(long bytes, String heap) throws Exception {
    Machine machine = Machine.here();
    say.accept("writing %,d bytes of Segment calls".formatted(bytes));
    Path file = home.directory().resolve("calls.ndjson");
    IdSum sent = EventFile.write(file, bytes);

    say.accept("starting Kafka, PostgreSQL, ingest with -Xmx" + heap);
    String kafka = platform.startBacking().kafka();
    IngestUnderTest ingest =
        new IngestUnderTest(platform, home, List.of("-Xmx" + heap, "-XX:+UseSerialGC"), null);
    ingest.launch(NAME, true);
    ingest.awaitReady();

    say.accept("loading %,d calls with deploy/clientele load".formatted(sent.count()));
    LoadRun run = LoadRun.of(file, checkout, home);
    say.accept(run.text());
    double seconds = run.secondsToWritten();
    IdSum written = written(kafka);
    IngestUnderTest.Ended ended = ingest.stop(NAME);
    long size = Files.size(file);
    return new LoadReport(
        Instant.now().toString(),
        Checkout.commit(checkout),
        machine,
        heap,
        size,
        sent.count(),
        run.secondsToAnswered(),
        seconds,
        sent.count() / seconds,
        size / 1e6 / seconds,
        ended.peakResidentBytes(),
        ended.peakHeapBytes(),
        run.peakResidentBytes(),
        run.exitCode(),
        written.count(),
        sent.hash(),
        written.hash());
  }

  private static IdSum written(String kafka) {
    IdSum ids = new IdSum();
    try (KafkaTopics topics = new KafkaTopics(kafka)) {
      new CommittedRecords(kafka, topics)
          .forEach(Topics.CUSTOMER_EVENTS.name(), event -> ids.add(eventId(event)));
    }
    return ids;
  }

  private static String eventId(byte[] event) {
    try (JsonParser parser = Json.mapper().createParser(event)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = parser.currentName().equals("eventId");
        parser.nextToken();
        if (wanted) {
          return parser.getText();
        }
        parser.skipChildren();
      }
      throw new IllegalStateException("an event without an id");
    } catch (IOException e) {
      throw new UncheckedIOException("an event that is no JSON", e);
    }
  }
}
