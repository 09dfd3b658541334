package io.clientele.bench.profile;

import io.clientele.bench.counter.BareCounter;
import io.clientele.bench.events.Crowd;
import io.clientele.bench.events.CrowdEvents;
import io.clientele.bench.kafka.CommittedRecords;
import io.clientele.bench.kafka.EventLog;
import io.clientele.bench.kafka.KafkaTopics;
import io.clientele.contract.Topics;
import io.clientele.local.load.CatchUp;
import io.clientele.local.platform.Home;
import io.clientele.local.platform.Platform;
import io.clientele.local.platform.Service;
import io.clientele.local.process.Launch;
import io.clientele.local.process.Programs;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A broker, the profile service on it, and what a measurement needs to talk to them. */
final class Scene implements AutoCloseable {

  private static final long SEED = 17;

  /** How much time all events are spread over. */
  private static final Duration SPAN = Duration.ofDays(40);

  /** Until now, so that no event lies ahead, also where there are some more than planned. */
  private static final Duration LEFT = Duration.ofDays(1);

  private final Platform platform;
  private final Home home;
  private final Settings settings;
  private final Consumer<String> say;
  private final String kafka;
  private final KafkaTopics topics;
  private final ProfileUnderTest service;
  private final EventLog log;
  private final Instant end = Instant.now().minus(LEFT).truncatedTo(ChronoUnit.SECONDS);

  /** Starts broker and service. */
  Scene(
      Platform platform,
      Home home,
      Settings settings,
      List<String> serviceOptions,
      Consumer<String> say)
      throws IOException {
    this.platform = platform;
    this.home = home;
    this.settings = settings;
    this.say = say;
    this.kafka = platform.startBacking().kafka();
    this.topics = new KafkaTopics(kafka);
    List<String> options = new ArrayList<>(jvmOptions(settings));
    options.add("-Dkafka-streams.num.stream.threads=" + settings.threads());
    this.service = new ProfileUnderTest(platform, home, options);
    service.start(serviceOptions);
    this.log = new EventLog(kafka, "bench-events");
  }

  private static List<String> jvmOptions(Settings settings) {
    return List.of("-Xmx" + settings.heap(), "-XX:+UseSerialGC");
  }

  Settings settings() {
    return settings;
  }

  KafkaTopics topics() {
    return topics;
  }

  ProfileUnderTest service() {
    return service;
  }

  EventLog log() {
    return log;
  }

  CommittedRecords records() {
    return new CommittedRecords(kafka, topics);
  }

  void say(String line) {
    say.accept(line);
  }

  /** The service, as it runs now. */
  Contestant ours() {
    return new Contestant(
        Topics.CUSTOMER_EVENTS.name(), Service.PROFILE.module(), service.process(), log, topics);
  }

  /** Starts the bare counter with the JVM options that the service has. */
  Contestant bareCounter() throws IOException {
    topics.create(BareCounter.TOPIC, topics.partitions(Topics.CUSTOMER_EVENTS.name()));
    List<String> command = new ArrayList<>();
    command.add(Programs.java());
    command.addAll(jvmOptions(settings));
    command.addAll(
        List.of(
            "-Dlog4j2.configurationFile=classpath:io/clientele/local/broker/log4j2.properties",
            "-cp",
            System.getProperty("java.class.path"),
            BareCounter.class.getName(),
            kafka,
            home.state(BareCounter.APPLICATION).toString(),
            Integer.toString(settings.threads())));
    var process =
        platform.start(
            new Launch(
                BareCounter.APPLICATION,
                command,
                Map.of("MALLOC_ARENA_MAX", "2"),
                0,
                home.log(BareCounter.APPLICATION)));
    return new Contestant(BareCounter.TOPIC, BareCounter.APPLICATION, process, log, topics);
  }

  /** The events of a new crowd, whose ids are linked at once. */
  CrowdEvents newCrowd(String name, int customers, long moreEvents, double skew) {
    CrowdEvents events = sameCrowd(name, customers, moreEvents, skew);
    log.merge(events.plan().crowd().merges(events.plan().from()), events.plan().from());
    return events;
  }

  /**
   * The same events once more.
   *
   * @param moreEvents beyond everybody's first visit
   */
  CrowdEvents sameCrowd(String name, int customers, long moreEvents, double skew) {
    int firstVisit = Settings.firstVisit(customers);
    return new CrowdEvents(
        new CrowdEvents.Plan(
            new Crowd(name, customers),
            end.minus(SPAN),
            end,
            (long) customers * firstVisit + moreEvents,
            firstVisit,
            skew),
        SEED);
  }

  /** Waits until nothing is under way between customers any more. */
  void settle() {
    try (CatchUp catchUp = new CatchUp(kafka, List.of())) {
      catchUp.await(behind -> {});
    }
  }

  @Override
  public void close() {
    log.close();
    topics.close();
  }
}
