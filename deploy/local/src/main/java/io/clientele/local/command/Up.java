package io.clientele.local.command;

import io.clientele.local.platform.Platform;
import io.clientele.local.platform.PlatformException;
import io.clientele.local.platform.PlatformLock;
import io.clientele.local.platform.Service;
import io.clientele.local.platform.Watch;
import io.clientele.local.process.Child;
import io.clientele.local.process.Launch;
import io.clientele.local.process.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the platform and stays with it until Ctrl-C. */
@Command(
    name = "up",
    description = "Starts broker, database and services, feeds them, and prints their addresses.",
    mixinStandardHelpOptions = true)
final class Up implements Callable<Integer> {

  private static final int LOOK_MILLIS = 500;

  /** What a shell expects of a program that Ctrl-C ended. */
  private static final int INTERRUPTED = 130;

  private static final String SIMULATE = "simulate";

  @Mixin private Location location;
  @Mixin private Feed feed;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description = "A file to load once all is ready; needs --as.")
  private Path data;

  @Option(
      names = "--simulate",
      description = "Run a simulated shop; what happens anyway without --data.")
  private boolean simulate;

  @Option(names = "--no-data", description = "Neither load nor simulate.")
  private boolean noData;

  @Option(
      names = "--instances",
      paramLabel = "SERVICE=N",
      description = "Runs N instances of a service; may be given for several services.")
  private Map<String, Integer> instances = Map.of();

  @Option(names = "--detach", description = "Return when all is ready; the platform lives on.")
  private boolean detach;

  @Option(names = "--fresh", description = "Stop what runs and delete all state first.")
  private boolean fresh;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Map<Service, Integer> counts = counts();
    if (data != null) {
      feed.check(data);
    }
    if (noData && (simulate || data != null)) {
      throw new PlatformException("--no-data goes with neither --data nor --simulate");
    }
    Platform platform = prepared();
    Thread stopper = new Thread(() -> stop(platform), "stop-children");
    Runtime.getRuntime().addShutdownHook(stopper);
    try {
      return run(platform, counts, stopper);
    } catch (PlatformException | IOException | IllegalStateException e) {
      if (platform.isStopping()) {
        return INTERRUPTED; // what fails while we stop everything ourselves tells nobody anything
      }
      throw e;
    }
  }

  private int run(Platform platform, Map<Service, Integer> counts, Thread stopper)
      throws IOException, InterruptedException {
    PlatformLock.whileHeld(location.home(), () -> start(platform, counts));
    int loaded = data == null ? 0 : feed.load(data, platform, location.home());
    if (simulate || (data == null && !noData)) {
      PlatformLock.whileHeld(location.home(), () -> platform.start(simulation()));
    }
    Welcome.print(platform);
    if (detach) {
      Runtime.getRuntime().removeShutdownHook(stopper);
      return loaded;
    }
    System.out.println("Ctrl-C stops it.");
    List<Child> running = platform.children().stream().filter(Child::isAlive).toList();
    stay(new Watch(platform, location.home(), running));
    return loaded;
  }

  private Map<Service, Integer> counts() {
    Map<Service, Integer> counts = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      counts.put(service, 1);
    }
    instances.forEach(
        (label, count) -> {
          if (count < 1) {
            throw new PlatformException("there must be at least one instance of " + label);
          }
          counts.put(service(label), count);
        });
    return counts;
  }

  private static Service service(String label) {
    try {
      return Service.named(label);
    } catch (IllegalArgumentException e) {
      throw new PlatformException(e.getMessage(), e);
    }
  }

  private Platform prepared() throws IOException {
    if (fresh && location.home().isInUse()) {
      PlatformLock.whileHeld(
          location.home(),
          () -> {
            List<Child> stopped = location.platform(System.out::println).stopAll();
            location.home().clear();
            return stopped;
          });
    }
    return location.platform(System.out::println);
  }

  private static List<Child> start(Platform platform, Map<Service, Integer> counts)
      throws IOException {
    System.out.println("starting Kafka and PostgreSQL");
    platform.startBacking();
    System.out.println("starting the services");
    List<Child> services = new ArrayList<>();
    for (Map.Entry<Service, Integer> count : counts.entrySet()) {
      for (int instance = 1; instance <= count.getValue(); instance++) {
        services.add(platform.start(count.getKey(), instance));
      }
    }
    platform.awaitReady(services);
    return platform.children();
  }

  /** A child as the services are: it outlives us if they do, and has a log of its own. */
  private Launch simulation() {
    List<String> command =
        new ArrayList<>(
            List.of(
                Programs.java(),
                "-Xmx48m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dclientele.checkout=" + location.checkout(),
                "-cp",
                System.getProperty("java.class.path"),
                Clientele.class.getName(),
                SIMULATE));
    command.addAll(location.arguments());
    return new Launch(SIMULATE, command, Map.of(), 0, location.home().log(SIMULATE));
  }

  /** Until Ctrl-C, which ends the process, or until another command stops the platform. */
  private static void stay(Watch watch) throws IOException, InterruptedException {
    while (!watch.isOver()) {
      for (Child dead : watch.deaths()) {
        System.err.println(Platform.obituary(dead));
        System.err.println(
            "The rest runs on; a second deploy/clientele up starts " + dead.name() + " again.");
      }
      Thread.sleep(LOOK_MILLIS);
    }
    System.out.println("the platform was stopped by another command");
  }

  private void stop(Platform platform) {
    try {
      // The lock tells other launchers that nobody is dying; if it is taken we stop all the same.
      if (PlatformLock.ifFree(location.home(), platform::stopStarted).isEmpty()) {
        platform.stopStarted();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot stop the platform", e);
    }
  }
}
