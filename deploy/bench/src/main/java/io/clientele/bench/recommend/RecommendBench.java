package io.clientele.bench.recommend;

import io.clientele.bench.process.LiveHeap;
import io.clientele.bench.report.Checkout;
import io.clientele.bench.report.Machine;
import io.clientele.local.platform.Home;
import io.clientele.local.platform.Platform;
import io.clientele.local.platform.PlatformException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Measures how fast sessions get suggestions while the service learns, with indexes of all sizes.
 */
public final class RecommendBench {

  /** Of an index that is too small: to some three times of what should do. */
  private static final int MOST_ENLARGED = 3;

  /** In the broker's log, of a session with its steps, lz4; measured. */
  private static final long BYTES_A_SESSION = 1_000;

  private final Path checkout;
  private final Settings settings;
  private final Consumer<String> say;
  private final Machine machine;

  /**
   * @param say takes one line about each step
   */
  public RecommendBench(Path checkout, Settings settings, Consumer<String> say) throws IOException {
    this.checkout = checkout;
    this.settings = settings;
    this.say = say;
    this.machine = Machine.here();
  }

  /**
   * All of it.
   *
   * @param platform with nothing running yet; its owner stops it
   */
  public RecommendReport run(Platform platform, Home home) throws Exception {
    checkSpace(home);
    say.accept("starting Kafka, recommendation-service");
    try (Scene scene = new Scene(platform, settings, say)) {
      Fit fit = fit(scene);
      List<SizePoint> points = new ArrayList<>();
      for (int sessions : settings.sizes()) {
        points.add(point(scene, sessions));
      }
      String commit = Checkout.commit(checkout);
      return RecommendReport.of(
          new RecommendReport.Circumstances(Instant.now().toString(), commit, machine, settings),
          fit,
          points);
    }
  }

  private void checkSpace(Home home) throws IOException {
    long sessions = settings.sizes().stream().mapToLong(Integer::longValue).sum();
    long wanted = (sessions + settings.fitSessions()) * BYTES_A_SESSION;
    long usable = Files.getFileStore(home.directory()).getUsableSpace();
    if (usable < wanted) {
      throw new PlatformException(
          "%s has %,d MB free, but the log takes %,d MB: set TMPDIR, or take smaller --sizes"
              .formatted(home.directory(), usable >> 20, wanted >> 20));
    }
  }

  private Fit fit(Scene scene) throws IOException, InterruptedException {
    Written written = scene.write(settings.fitSessions());
    scene.service().start(Memory.of(written).withFit());
    Fit fit = scene.service().client().fit(settings.fitSessions());
    scene.service().stop();
    say.accept(
        "ranker, %,d sessions: answered %d after %.1f s"
            .formatted(fit.sessions(), fit.status(), fit.seconds()));
    return fit;
  }

  private SizePoint point(Scene scene, int sessions) throws Exception {
    say.accept("%,d sessions: writing them".formatted(sessions));
    Written written = scene.write(sessions);
    Memory memory = Memory.of(written);
    double rebuild = scene.service().start(memory);
    for (int enlarged = 0; remembered(scene) < sessions; enlarged++) {
      if (enlarged == MOST_ENLARGED) {
        throw new PlatformException(
            "of %,d sessions %,d are remembered, though there is room"
                .formatted(sessions, remembered(scene)));
      }
      say.accept("  an index of %,d bytes is too small".formatted(memory.indexBytes()));
      scene.service().stop();
      memory = memory.larger();
      rebuild = scene.service().start(memory);
    }
    SizePoint.Index index = index(scene);
    say.accept(
        "  %,d events read in %.1f s, %.0f bytes a session"
            .formatted(written.events(), rebuild, index.bytesPerSession()));
    RecommendationClient client = scene.service().client();
    Lists lists = Lists.sampled(client);
    Set<Ranker> offered = Lists.offered(client);
    try (Loads loads = new Loads(scene, scene.live(sessions), LoadCase.of(offered))) {
      loads.warmUp();
      LoadRound eventsOnly = loads.eventsOnly();
      Map<String, LoadFigures> measured = loads.measured();
      Freshness freshness = Freshness.measured(scene, loads, "probe-" + sessions);
      Map<Ranker, HighestRate> highest = loads.highestRates(measured);
      SizePoint.Index after = index(scene);
      scene.service().stop();
      return new SizePoint(
          written,
          memory,
          rebuild,
          index,
          after,
          lists,
          freshness,
          eventsOnly,
          measured,
          highest,
          scene.rejected());
    }
  }

  private static long remembered(Scene scene) throws IOException, InterruptedException {
    return (long) scene.service().client().metric("clientele_recommendation_sessions");
  }

  private static SizePoint.Index index(Scene scene) throws IOException, InterruptedException {
    RecommendationClient client = scene.service().client();
    return new SizePoint.Index(
        remembered(scene),
        (long) client.metric("clientele_recommendation_items"),
        (long) client.metric("clientele_recommendation_index_bytes"),
        LiveHeap.bytes(scene.service().process()) - scene.emptyHeapBytes());
  }
}
