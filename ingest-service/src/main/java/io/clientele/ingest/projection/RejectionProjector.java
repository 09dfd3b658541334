package io.clientele.ingest.projection;

import io.clientele.contract.Topics;
import io.clientele.ingest.quarantine.RejectionProjection;
import io.clientele.ingest.quarantine.RejectionsUnavailableException;
import io.clientele.runtime.kafka.Follower;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Puts {@code rejected-events} where it can be searched, and with each batch how far it has come:
 * the store's own positions count and not the group's, so nothing is missed and a repeated record,
 * which the store takes for what it is, cannot come of a commit gone wrong. After a failure it
 * starts again from there.
 */
public final class RejectionProjector implements Follower.Task {

  private static final Logger LOG = Logger.getLogger(RejectionProjector.class);
  private static final Duration WAIT = Duration.ofMillis(100);
  private static final Duration PRUNED_EVERY = Duration.ofHours(1);

  private static final Duration REPEATED_EVERY = Duration.ofSeconds(1);

  /** As long as the topic keeps them. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final Supplier<Consumer<String, byte[]>> consumers;
  private final Runnable migration;
  private final RejectionProjection projection;
  private final RejectionBatch batch;
  private final InstantSource clock;
  private final Map<Integer, Long> positions = new HashMap<>();
  private volatile long lag = -1;
  private boolean pruning;
  private long nextPrune = System.nanoTime();
  private long nextRepeat = System.nanoTime();

  /**
   * A projector for one {@link Follower}.
   *
   * @param consumers opens a connection, again after each failure; read committed, in the group
   *     that all instances share, with {@code earliest} and without auto-commit
   * @param migration brings the store up to date, before each start
   */
  public RejectionProjector(
      Supplier<Consumer<String, byte[]>> consumers,
      Runnable migration,
      RejectionProjection projection,
      RejectionBatch batch,
      InstantSource clock) {
    this.consumers = consumers;
    this.migration = migration;
    this.projection = projection;
    this.batch = batch;
    this.clock = clock;
  }

  /** How many records of this instance's partitions are still to be read; -1 while nobody knows. */
  public long lag() {
    return lag;
  }

  @Override
  public String topic() {
    return Topics.REJECTED_EVENTS.name();
  }

  @Override
  public Consumer<String, byte[]> connect() {
    migration.run();
    // Fails while the store is away.
    projection.positions();
    return consumers.get();
  }

  @Override
  public Follower.Turn subscribe(Consumer<String, byte[]> consumer) {
    Seeker seeker = new Seeker(consumer);
    consumer.subscribe(List.of(topic()), seeker);
    return () -> take(consumer, seeker);
  }

  private boolean take(Consumer<String, byte[]> consumer, Seeker seeker) {
    long behind = -1;
    try {
      ConsumerRecords<String, byte[]> records = consumer.poll(WAIT);
      keep(consumer, records);
      behind = seeker.assigned ? behind(consumer) : -1;
      prune();
      return !records.isEmpty() || behind == 0;
    } finally {
      // Nobody knows after a failure.
      lag = behind;
    }
  }

  /** Positions move without records too, over the markers of transactions. */
  private void keep(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records) {
    if (System.nanoTime() - nextRepeat >= 0) {
      // An instance that was taken for dead may have put an older one in its place meanwhile.
      positions.clear();
      nextRepeat = System.nanoTime() + REPEATED_EVERY.toNanos();
    }
    Map<Integer, Long> moved = new HashMap<>();
    for (TopicPartition partition : consumer.assignment()) {
      long position = consumer.position(partition);
      if (!Long.valueOf(position).equals(positions.get(partition.partition()))) {
        moved.put(partition.partition(), position);
      }
    }
    if (!records.isEmpty() || !moved.isEmpty()) {
      batch.store(records, moved);
      positions.putAll(moved);
    }
  }

  /** −1 while a partition's end has not been heard of. */
  private static long behind(Consumer<String, byte[]> consumer) {
    long behind = 0;
    for (TopicPartition partition : consumer.assignment()) {
      OptionalLong lag = consumer.currentLag(partition);
      if (lag.isEmpty()) {
        return -1;
      }
      behind += lag.getAsLong();
    }
    return behind;
  }

  /** A part in each turn, so that neither reading nor the group waits for all of it. */
  private void prune() {
    if (System.nanoTime() - nextPrune >= 0) {
      nextPrune = System.nanoTime() + PRUNED_EVERY.toNanos();
      pruning = true;
    }
    if (pruning) {
      try {
        pruning = projection.prune(clock.instant().minus(KEPT));
      } catch (RejectionsUnavailableException | RejectionProjection.RefusedException e) {
        pruning = false;
        LOG.warnf("old rejections stay, trying again in an hour: cause=%s", cause(e));
      }
    }
  }

  /**
   * A consumer wraps what happens while partitions are assigned. What the database says of a
   * refusal may repeat the data, so only its code is told.
   */
  @Override
  public String cause(Throwable e) {
    Throwable cause =
        e instanceof KafkaException && e.getCause() instanceof RejectionsUnavailableException why
            ? why
            : e;
    return cause instanceof RejectionProjection.RefusedException
        ? cause.getMessage()
        : causeOf(cause);
  }

  private static String causeOf(Throwable cause) {
    return cause.getCause() == null ? cause.toString() : cause.getCause().toString();
  }

  /** Goes on where the store says, whoever had the partition before. */
  private final class Seeker implements ConsumerRebalanceListener {

    private final Consumer<String, byte[]> consumer;

    /** Whether the group has said which partitions are this instance's, be it none. */
    private boolean assigned;

    Seeker(Consumer<String, byte[]> consumer) {
      this.consumer = consumer;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      Map<Integer, Long> known = projection.positions();
      for (TopicPartition partition : partitions) {
        Long position = known.get(partition.partition());
        positions.remove(partition.partition());
        if (position != null) {
          consumer.seek(partition, position);
        }
      }
      assigned = true;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      partitions.forEach(partition -> positions.remove(partition.partition()));
      assigned = false;
    }
  }
}
