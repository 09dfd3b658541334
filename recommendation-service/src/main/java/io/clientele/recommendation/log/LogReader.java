package io.clientele.recommendation.log;

import io.clientele.contract.MalformedRecordException;
import io.clientele.contract.Topic;
import io.clientele.contract.Topics;
import io.clientele.recommendation.memory.Fact;
import io.clientele.recommendation.serve.Recommender;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Teaches the recommender the log at every start (the catalogue and who is who from the beginning,
 * then events from a moment on), and then whatever is committed. It belongs to no group and commits
 * nothing: every instance has all partitions. A record is never taken twice, since positions move
 * with the memory that they speak of.
 */
public final class LogReader {

  private static final Logger LOG = Logger.getLogger(LogReader.class);
  private static final Duration PATIENCE = Duration.ofMillis(100);
  private static final long LAG_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

  private final Supplier<Consumer<String, byte[]>> consumers;
  private final Instant eventsSince;
  private final Recommender recommender;
  private final Rejections rejections;
  private final FactReader facts = new FactReader();
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final TrendingPace trendingPace = new TrendingPace();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "log-reader");
  private volatile Progress progress = Progress.NOTHING_READ;
  private volatile Consumer<String, byte[]> open;

  /**
   * Reads nothing before {@link #start}.
   *
   * @param consumers opens a connection, again after each failure; read committed, without a group
   * @param eventsSince events received before are not read
   */
  public LogReader(
      Supplier<Consumer<String, byte[]>> consumers,
      Instant eventsSince,
      Recommender recommender,
      Rejections rejections) {
    this.consumers = consumers;
    this.eventsSince = eventsSince;
    this.recommender = recommender;
    this.rejections = rejections;
  }

  public void start() {
    thread.setDaemon(true);
    thread.start();
  }

  /** How far it is; at most about 100 ms old while nothing arrives, 1 s while much does. */
  public Progress progress() {
    return progress;
  }

  /**
   * Ends the reading, waits some seconds at most for the end, and gives what can be given to
   * quarantine.
   */
  public void stop() throws InterruptedException {
    stopping.countDown();
    Consumer<String, byte[]> waiting = open;
    if (waiting != null) {
      waiting.wakeup();
    }
    thread.join(LONGEST_STOP.toMillis());
    if (thread.isAlive()) {
      LOG.warnf("log reader still busy, left behind: waited=%s", LONGEST_STOP);
    }
    rejections.close();
  }

  private void run() {
    try {
      do {
        try (Consumer<String, byte[]> consumer = consumers.get()) {
          open = consumer;
          // Whoever stops either sees the consumer to wake or is seen here.
          if (stopping.getCount() > 0) {
            follow(consumer);
          }
        } catch (WakeupException e) {
          LOG.debug("log reader woken to stop", e);
        } catch (KafkaException e) {
          progress = progress.interrupted("Kafka cannot be read");
          LOG.warnf("log not readable, trying again: cause=%s", e);
        }
      } while (!stopping.await(1, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      // Half a change may be in the memory: only a new start makes it whole.
      progress = progress.failed("The reader failed; the log says why. Restart the service.");
      LOG.error("log reader failed", e);
    }
  }

  /** Until told to stop, or until the topics are to be looked for again. */
  private void follow(Consumer<String, byte[]> consumer) {
    List<TopicPartition> partitions = partitions(consumer);
    if (partitions.isEmpty()) {
      progress = progress.interrupted("the topics are not there yet");
      return;
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> goal = consumer.endOffsets(partitions);
    if (positions.isEmpty()) {
      starts(consumer, goal).forEach(consumer::seek);
    }
    positions.forEach(consumer::seek);
    partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
    long total = progress.rebuild().read() + behind(goal);
    long nextLag = System.nanoTime();
    // What is withdrawn is known before anything is there that could be suggested.
    Set<TopicPartition> events = eventsOf(partitions);
    consumer.pause(events);
    Map<TopicPartition, Long> first = new HashMap<>(goal);
    first.keySet().removeAll(events);
    while (stopping.getCount() > 0) {
      if (!consumer.paused().isEmpty() && behind(first) == 0) {
        consumer.resume(consumer.paused());
      }
      ConsumerRecords<String, byte[]> records = consumer.poll(PATIENCE);
      learn(records);
      partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
      boolean caughtUp = behind(goal) == 0;
      if (trendingPace.isDue(!records.isEmpty(), caughtUp && !progress.caughtUp())) {
        trendingPace.time(recommender::refreshTrending);
      }
      if (records.isEmpty() || caughtUp != progress.caughtUp() || System.nanoTime() >= nextLag) {
        Progress.Rebuild rebuild = new Progress.Rebuild(total - behind(goal), total);
        progress = progress.at(caughtUp, behind(consumer.endOffsets(partitions)), rebuild);
        nextLag = System.nanoTime() + LAG_EVERY_NANOS;
      }
    }
  }

  /**
   * Where the events begin that are new enough: at the goal, which must have been asked for before,
   * where none is.
   */
  private Map<TopicPartition, Long> starts(
      Consumer<String, byte[]> consumer, Map<TopicPartition, Long> goal) {
    long since = Math.max(0, eventsSince.toEpochMilli());
    Map<TopicPartition, Long> moments =
        eventsOf(goal.keySet()).stream()
            .collect(Collectors.toMap(Function.identity(), partition -> since));
    Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(moments);
    Map<TopicPartition, Long> starts = new HashMap<>();
    for (TopicPartition partition : moments.keySet()) {
      OffsetAndTimestamp first = found.get(partition);
      starts.put(partition, first == null ? goal.get(partition) : Long.valueOf(first.offset()));
    }
    return starts;
  }

  private static Set<TopicPartition> eventsOf(Collection<TopicPartition> partitions) {
    return partitions.stream()
        .filter(partition -> partition.topic().equals(Topics.CUSTOMER_EVENTS.name()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private void learn(ConsumerRecords<String, byte[]> records) {
    List<Fact> learned = new ArrayList<>(records.count());
    for (ConsumerRecord<String, byte[]> record : records) {
      try {
        facts.read(record.topic(), record.key(), record.value()).ifPresent(learned::add);
      } catch (MalformedRecordException e) {
        rejections.reject(record, e);
      }
    }
    recommender.learn(learned);
  }

  private long behind(Map<TopicPartition, Long> ends) {
    long behind = 0;
    for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
      behind += Math.max(0, end.getValue() - positions.get(end.getKey()));
    }
    return behind;
  }

  /** All partitions of all topics; none while a topic is missing. */
  private static List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (Topic topic : FactReader.TOPICS) {
      List<PartitionInfo> found = consumer.partitionsFor(topic.name());
      if (found == null || found.isEmpty()) {
        return List.of();
      }
      found.forEach(one -> partitions.add(new TopicPartition(one.topic(), one.partition())));
    }
    return partitions;
  }
}
