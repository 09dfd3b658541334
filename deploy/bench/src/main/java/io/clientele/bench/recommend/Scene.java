package io.clientele.bench.recommend;

import io.clientele.bench.events.SessionEvents;
import io.clientele.bench.kafka.CommittedRecords;
import io.clientele.bench.kafka.EventLog;
import io.clientele.bench.kafka.KafkaTopics;
import io.clientele.bench.process.LiveHeap;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Topics;
import io.clientele.local.platform.Platform;
import io.clientele.local.process.Child;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A broker, the recommendation service on it, and nothing else. */
final class Scene implements AutoCloseable {

  private static final long SEED = 17;
  private static final Duration SPAN = Duration.ofDays(30);
  private static final Duration PAUSE = Duration.ofSeconds(30);

  /** Short: else a small index would hold nothing but visits that are under way. */
  private static final Duration LIVE_PAUSE = Duration.ofSeconds(3);

  private static final double STEPS_A_SESSION = 4.2;
  private static final Duration LIVE_SPAN = Duration.ofHours(3);

  /** That no event lies ahead. */
  private static final Duration LEFT = Duration.ofMinutes(2);

  private static final int PIECE = 20_000;
  private static final String EVENTS = Topics.CUSTOMER_EVENTS.name();

  private final Settings settings;
  private final Consumer<String> say;
  private final String kafka;
  private final Child broker;
  private final KafkaTopics topics;
  private final RecommendationUnderTest service;
  private final long emptyHeapBytes;

  /** Starts the broker, and the service once, so that it makes its topics. */
  Scene(Platform platform, Settings settings, Consumer<String> say)
      throws IOException, InterruptedException {
    this.settings = settings;
    this.say = say;
    this.kafka = platform.startBroker().kafka();
    this.broker = platform.child(Platform.KAFKA).orElseThrow();
    this.topics = new KafkaTopics(kafka);
    this.service = new RecommendationUnderTest(platform);
    service.start(Memory.LEAST);
    this.emptyHeapBytes = LiveHeap.bytes(service.process());
    service.stop();
  }

  /** Who writes events; of two of one name the later fences the earlier. */
  EventLog newLog(String name) {
    return new EventLog(kafka, name);
  }

  /** Fills the log anew with the visits of the last thirty days. */
  Written write(int sessions) throws InterruptedException {
    topics.renew(Topics.CUSTOMER_EVENTS);
    Instant from = Instant.now().minus(LEFT).minus(SPAN).truncatedTo(ChronoUnit.SECONDS);
    SessionEvents events =
        new SessionEvents(
            new SessionEvents.Plan("past-" + sessions, sessions, from, SPAN, PAUSE), SEED);
    long written = 0;
    List<CustomerEvent> piece = new ArrayList<>(PIECE);
    try (EventLog log = newLog("bench-past")) {
      while (events.hasNext()) {
        piece.add(events.next());
        if (piece.size() == PIECE || !events.hasNext()) {
          log.append(EVENTS, piece.iterator()::next, piece.size());
          written += piece.size();
          piece.clear();
        }
      }
    }
    return new Written(sessions, written, events.items());
  }

  /** What happens while the service is measured, in the same shop, by other visitors. */
  SessionEvents live(int sessions) {
    long visits = (long) (settings.eventsPerSecond() * LIVE_SPAN.toSeconds() / STEPS_A_SESSION);
    return new SessionEvents(
        new SessionEvents.Plan(
            "now-" + sessions, visits, Instant.now().minus(LEFT), LIVE_SPAN, LIVE_PAUSE),
        SEED);
  }

  /** How many records the service could not take. */
  long rejected() {
    return new CommittedRecords(kafka, topics).count(Topics.REJECTED_EVENTS.name());
  }

  Settings settings() {
    return settings;
  }

  RecommendationUnderTest service() {
    return service;
  }

  Child broker() {
    return broker;
  }

  /** What lives in the service's heap when it remembers nothing. */
  long emptyHeapBytes() {
    return emptyHeapBytes;
  }

  void say(String line) {
    say.accept(line);
  }

  @Override
  public void close() {
    topics.close();
  }
}
