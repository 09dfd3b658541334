package io.clientele.bench.profile;

import io.clientele.bench.profile.ProfileReport.Checks;
import io.clientele.bench.report.Checkout;
import io.clientele.bench.report.Machine;
import io.clientele.bench.report.Sides;
import io.clientele.contract.Topics;
import io.clientele.local.platform.Home;
import io.clientele.local.platform.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Holds the profile service against a bare counter and measures what customers take: in a first
 * platform with very many customers, in a second one with crowds and histories of several sizes.
 */
public final class ProfileBench {

  private final Path checkout;
  private final Settings settings;
  private final Consumer<String> say;
  private final Machine machine;

  /**
   * @param say takes one line about each step
   */
  public ProfileBench(Path checkout, Settings settings, Consumer<String> say) throws IOException {
    this.checkout = checkout;
    this.settings = settings;
    this.say = say;
    this.machine = Machine.here();
  }

  /** What the first platform gives. */
  public record ManyCustomers(
      Checks checks, Rounds.Comparison throughput, Sizes sizes, Restore restore, Reads reads) {}

  /** What the second one gives. */
  public record Growth(List<CostPoint> byCustomers, List<CostPoint> byHistory) {}

  /**
   * Rounds against the bare counter, sizes, restore, reads.
   *
   * @param platform with nothing running yet; its owner stops it
   */
  public ManyCustomers manyCustomers(Platform platform, Home home) throws Exception {
    say.accept("starting Kafka, PostgreSQL, profile-service, the bare counter");
    try (Scene scene = new Scene(platform, home, settings, List.of(), say)) {
      Rounds rounds = new Rounds(scene);
      Rounds.Comparison throughput = rounds.run();
      scene.settle();
      say.accept("reading what there is of each customer, restoring it");
      Sizes sizes = Sizes.of(scene, settings.customers(), rounds.drained());
      long counted = rounds.counted();
      Restore restore = Restore.measured(scene, sizes);
      say.accept("asking for profiles");
      Reads reads = Reads.measured(scene, rounds.goingOn());
      Checks checks =
          new Checks(
              rounds.goingOn().plan().crowd().ids(),
              sizes.profiles(),
              rounds.drained(),
              counted,
              scene.records().count(Topics.REJECTED_EVENTS.name()),
              reads.errors());
      return new ManyCustomers(checks, throughput, sizes, restore, reads);
    }
  }

  /**
   * The cost of an event.
   *
   * @param platform with nothing running yet; its owner stops it
   */
  public Growth growth(Platform platform, Home home) throws Exception {
    say.accept("starting anew: the cost of an event as customers and histories grow");
    try (Scene scene = new Scene(platform, home, settings, List.of(), say)) {
      Costs costs = new Costs(scene);
      costs.warmUp();
      List<CostPoint> byCustomers = costs.ofCrowds(settings.populations());
      return new Growth(byCustomers, costs.ofHistories(settings.histories()));
    }
  }

  /**
   * The rounds against the bare counter alone, with the service recorded.
   *
   * @param platform with nothing running yet; its owner stops it
   * @return the recording
   */
  public Path recorded(Platform platform, Home home) throws Exception {
    Path recording = settings.recordings().resolve("profile.jfr");
    List<String> options =
        List.of("-XX:StartFlightRecording=settings=profile,filename=" + recording);
    try (Scene scene = new Scene(platform, home, settings, options, say)) {
      new Rounds(scene).run();
      scene.service().stop();
    }
    return recording;
  }

  /** All of it together. */
  public ProfileReport report(ManyCustomers many, Growth growth)
      throws IOException, InterruptedException {
    return new ProfileReport(
        Instant.now().toString(),
        Checkout.commit(checkout),
        machine,
        settings,
        many.throughput.ratio().median(),
        Sides.of(many.throughput.rounds(), (ours, bare) -> ours.eventsPerSecond()).median(),
        Sides.of(many.throughput.rounds(), (ours, bare) -> bare.eventsPerSecond()).median(),
        many.sizes.stateBytesPerCustomer(),
        many.sizes.topicBytesPerCustomer(),
        many.restore.storeBytesPerCustomer(),
        many.restore.restoreSeconds(),
        many.reads.alone(round -> round.p50Millis()).median(),
        many.reads.alone(round -> round.p99Millis()).median(),
        many.reads.besideEvents(round -> round.p99Millis()).median(),
        many.checks,
        many.throughput,
        many.sizes,
        many.restore,
        many.reads,
        growth.byCustomers,
        growth.byHistory);
  }
}
