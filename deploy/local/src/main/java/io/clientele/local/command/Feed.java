package io.clientele.local.command;

import io.clientele.local.load.CatchUp;
import io.clientele.local.load.Format;
import io.clientele.local.load.Formats;
import io.clientele.local.load.IngestClient;
import io.clientele.local.load.LoadReport;
import io.clientele.local.load.Loading;
import io.clientele.local.load.UnreadableFileException;
import io.clientele.local.platform.Home;
import io.clientele.local.platform.Platform;
import io.clientele.local.platform.PlatformException;
import io.clientele.local.platform.Service;
import io.clientele.local.process.Child;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of a load, wherever it is asked for, and the load itself. */
final class Feed {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  @Option(
      names = "--as",
      paramLabel = "FORMAT",
      description = "What the file is: online-retail, cdnow, segment, sessions, clickstream.")
  private String format;

  @Option(names = "--rebase-to-now", description = "Shift all times so that the last row is now.")
  private boolean rebaseToNow;

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "What amounts are in; the platform's base currency by default.")
  private String currency;

  @Option(
      names = "--rate",
      paramLabel = "N|max",
      defaultValue = "max",
      description = "Events a second; ${DEFAULT-VALUE} by default.")
  private String rate;

  /** Refuses what cannot work, before anything is started. */
  void check(Path file) {
    if (!Files.isReadable(file)) {
      throw new PlatformException("cannot read " + file);
    }
    if (format == null) {
      throw new PlatformException("say what the file is: --as " + String.join("|", Formats.NAMES));
    }
    format();
    eventsPerSecond();
  }

  /**
   * Loads into a running platform, waits until every service has caught up, prints the report.
   *
   * @return the exit code: 0 if the file was whole and all of it taken
   */
  int load(Path file, Platform platform, Home home) throws IOException {
    String kafka = running(platform, Platform.KAFKA).address();
    List<Child> recommendation =
        platform.children().stream()
            .filter(child -> Service.RECOMMENDATION.owns(child.name()) && child.isAlive())
            .toList();
    Path rejectedFile =
        home.loads().resolve(STAMP.format(Instant.now()) + "-" + file.getFileName() + ".rejected");
    Loading loading = new Loading(ingest(platform), System.out);
    try {
      LoadReport report =
          loading.run(
              new Loading.Order(file, format(), rebaseToNow, eventsPerSecond(), rejectedFile),
              () -> new CatchUp(kafka, recommendation));
      System.out.println();
      System.out.print(report.text());
      return report.isComplete() ? 0 : 1;
    } catch (UnreadableFileException e) {
      throw new PlatformException(e.getMessage(), e);
    }
  }

  static IngestClient ingest(Platform platform) throws IOException {
    Child ingest = running(platform, Service.INGEST.label());
    return new IngestClient(
        URI.create("http://" + ingest.address()), platform.credentials().writeKey());
  }

  private static Child running(Platform platform, String name) throws IOException {
    return platform
        .child(name)
        .filter(Child::isAlive)
        .orElseThrow(
            () ->
                new PlatformException(name + " does not run; start it with: deploy/clientele up"));
  }

  private Format format() {
    return Formats.named(format, currency == null ? baseCurrency() : currency, Instant.now());
  }

  /** The services' base currency: they get our environment. */
  static String baseCurrency() {
    return System.getenv().getOrDefault("CLIENTELE_BASE_CURRENCY", "USD");
  }

  private int eventsPerSecond() {
    if (rate.equals("max")) {
      return 0;
    }
    if (!rate.matches("[1-9]\\d{0,6}")) {
      throw new PlatformException("--rate takes events a second or max, not " + rate);
    }
    return Integer.parseInt(rate);
  }
}
