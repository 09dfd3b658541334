package io.clientele.local.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.local.platform.Service;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/** Takes a file to ingest, and says what became of it. */
public final class Loading {

  /**
   * What is loaded, and how.
   *
   * @param rebaseToNow whether all times are shifted so that the last row is now
   * @param eventsPerSecond 0 for as fast as it goes
   * @param rejectedFile where rejected rows are listed
   */
  public record Order(
      Path file, Format format, boolean rebaseToNow, int eventsPerSecond, Path rejectedFile) {}

  private final IngestClient ingest;
  private final PrintStream out;

  public Loading(IngestClient ingest, PrintStream out) {
    this.ingest = ingest;
    this.out = out;
  }

  /**
   * Loads, and waits for the services if told how.
   *
   * @param catchUp opens the look at the services; null does not wait
   * @throws UnreadableFileException if the file is not of this format; nothing was sent then
   */
  public LoadReport run(Order order, Supplier<CatchUp> catchUp) throws IOException {
    Instant begun = Instant.now();
    Source source = new Source(order.file());
    Outcome outcome = new Outcome();
    CatalogueSender catalogue = new CatalogueSender(ingest);
    try (Rows rows = new Rows(order.rejectedFile());
        Sender sender = new Sender(ingest, outcome, rows);
        Progress progress = new Progress("loading", "events", out)) {
      Shipping shipping =
          new Shipping(
              source,
              new Road(sender, catalogue, outcome, progress),
              shift(order, source, rows),
              new Pace(order.eventsPerSecond()));
      order.format().read(source, rows, shipping);
      catalogue.finish();
      sender.finish();
      progress.show(outcome.sent(), outcome.sent());
      Duration toAnswered = Duration.between(begun, Instant.now());
      Map<String, Instant> readers = catchUp == null ? Map.of() : wait(catchUp);
      return new LoadReport(
          rows.rowsRead(),
          rows.counted(),
          rows.duplicates(),
          rows.rejectedByReason(),
          rows.rejectedFile().orElse(null),
          rows.fault().orElse(null),
          outcome.sent(),
          outcome.taken(),
          outcome.refusedByReason(),
          catalogue.outcome().taken(),
          catalogue.outcome().refusedByReason(),
          toAnswered,
          readers.isEmpty() ? null : Duration.between(begun, readers.get(Service.INGEST.module())),
          readers.isEmpty() ? null : Duration.between(begun, latest(readers)));
    }
  }

  private Map<String, Instant> wait(Supplier<CatchUp> catchUp) {
    try (CatchUp services = catchUp.get();
        Progress progress = new Progress("catching up", "records", out)) {
      long[] most = {0};
      return services.await(
          behind -> {
            most[0] = Math.max(most[0], behind);
            progress.show(most[0] - behind, most[0]);
          });
    }
  }

  private static Instant latest(Map<String, Instant> readers) {
    return readers.values().stream().max(Instant::compareTo).orElseThrow();
  }

  /** How far times move, asked for with the first call; a streamed file is read twice for it. */
  private static Supplier<Duration> shift(Order order, Source source, Rows rows)
      throws IOException {
    if (!order.rebaseToNow()) {
      return () -> Duration.ZERO;
    }
    if (order.format().readsAllFirst()) {
      return () -> sinceNewest(rows);
    }
    try (Rows lookedAt = new Rows(null)) {
      order.format().read(source, lookedAt, Calls.ignored());
      return () -> sinceNewest(lookedAt);
    }
  }

  private static Duration sinceNewest(Rows rows) {
    return rows.newest()
        .map(newest -> Duration.between(newest, Instant.now()))
        .orElse(Duration.ZERO);
  }

  /** What calls travel on, and what is told of it. */
  private record Road(
      Sender sender, CatalogueSender catalogue, Outcome outcome, Progress progress) {}

  private static final class Shipping implements Calls {

    private final Source source;
    private final Road road;
    private final Supplier<Duration> findShift;
    private final Pace pace;
    private Duration shift;
    private long handedOn;
    private long expected;

    Shipping(Source source, Road road, Supplier<Duration> findShift, Pace pace) {
      this.source = source;
      this.road = road;
      this.findShift = findShift;
      this.pace = pace;
    }

    @Override
    public void expect(long calls) {
      expected = calls;
    }

    @Override
    public void item(ObjectNode item) {
      road.catalogue().send(item);
    }

    @Override
    public void call(Call call) {
      if (shift == null) {
        shift = findShift.get();
      }
      pace.await();
      road.sender().send(call, call.time() == null ? null : call.time().plus(shift));
      handedOn++;
      road.progress().show(road.outcome().sent(), total());
    }

    private long total() {
      return expected > 0
          ? expected
          : Math.round(handedOn / Math.max(source.shareRead(), Double.MIN_NORMAL));
    }
  }
}
