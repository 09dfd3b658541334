package io.clientele.bench.profile;

import io.clientele.bench.events.CrowdEvents;
import io.clientele.bench.kafka.Backlog;
import io.clientele.bench.kafka.EventLog;
import io.clientele.bench.kafka.KafkaTopics;
import io.clientele.bench.process.ProcessFigures;
import io.clientele.local.platform.Platform;
import io.clientele.local.platform.PlatformException;
import io.clientele.local.process.Child;
import java.io.IOException;
import java.time.Duration;

/** A process that reads events from a topic of its own, and the backlogs that it gets. */
final class Contestant {

  private static final Duration LOOK = Duration.ofMillis(20);
  private static final Duration STANDSTILL = Duration.ofMinutes(2);

  private final String topic;
  private final String group;
  private final Child process;
  private final EventLog log;
  private final KafkaTopics topics;

  /**
   * @param group its consumer group, which is its Kafka Streams application
   */
  Contestant(String topic, String group, Child process, EventLog log, KafkaTopics topics) {
    this.topic = topic;
    this.group = group;
    this.process = process;
    this.log = log;
    this.topics = topics;
  }

  /** Gives it so many of these events at once and waits until it has committed all of them. */
  Drained drain(CrowdEvents events, long count) throws IOException, InterruptedException {
    Backlog backlog = log.append(topic, events::next, count);
    DrainClock clock =
        new DrainClock(new DrainClock.Look(System.nanoTime(), count, ProcessFigures.cpu(process)));
    long moved = System.nanoTime();
    while (!clock.isOver()) {
      if (!process.isAlive()) {
        throw new PlatformException(Platform.obituary(process));
      }
      if (clock.see(look(backlog))) {
        moved = System.nanoTime();
      } else if (System.nanoTime() - moved > STANDSTILL.toNanos()) {
        throw new PlatformException(process.name() + " stands still; see " + process.log());
      } else {
        Thread.sleep(LOOK.toMillis());
      }
    }
    return clock.drained();
  }

  private DrainClock.Look look(Backlog backlog) {
    long left = topics.left(group, backlog);
    return new DrainClock.Look(System.nanoTime(), left, ProcessFigures.cpu(process));
  }
}
