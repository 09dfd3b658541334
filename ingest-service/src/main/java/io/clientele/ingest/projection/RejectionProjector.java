package io.clientele.ingest.projection;

import io.clientele.contract.Topics;
import io.clientele.ingest.quarantine.RejectionProjection;
import io.clientele.ingest.quarantine.RejectionsUnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Puts {@code rejected-events} where it can be searched, and with each batch how far it has come:
 * the store's own positions count and not the group's, so nothing is missed and a repeated record,
 * which the store takes for what it is, cannot come of a commit gone wrong. Whatever fails, Kafka
 * or the store, it starts again from there.
 */
public final class RejectionProjector implements Runnable {

  private static final Logger LOG = Logger.getLogger(RejectionProjector.class);
  private static final Duration WAIT = Duration.ofMillis(100);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PRUNED_EVERY = Duration.ofHours(1);

  private static final Duration REPEATED_EVERY = Duration.ofSeconds(1);

  /** As long as the topic keeps them. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final Supplier<Consumer<String, byte[]>> consumers;
  private final Runnable migration;
  private final RejectionProjection projection;
  private final RejectionBatch batch;
  private final InstantSource clock;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Map<Integer, Long> positions = new HashMap<>();
  private volatile Consumer<String, byte[]> open;
  private volatile long lag = -1;
  private boolean complaining;
  private boolean alarmed;
  private boolean pruning;
  private long nextPrune = System.nanoTime();
  private long nextRepeat = System.nanoTime();

  /**
   * A projector for one thread.
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

  /** Ends {@link #run} at its next call of Kafka, or at once if it waits. */
  public void stop() {
    stopping.countDown();
    Consumer<String, byte[]> consumer = open;
    if (consumer != null) {
      consumer.wakeup();
    }
  }

  @Override
  public void run() {
    boolean running = true;
    while (running) {
      try {
        migration.run();
        follow();
        running = false;
      } catch (WakeupException stopped) {
        running = false;
      } catch (RuntimeException e) {
        running = restAfter(e);
      } catch (Error e) {
        // Maybe memory that others took: without this thread nothing would ever be read again.
        if (!alarmed) {
          LOG.error("rejections not projected, trying again until they are", e);
        }
        alarmed = true;
        complaining = true;
        running = restAfter(e);
      }
    }
  }

  private boolean restAfter(Throwable failure) {
    lag = -1;
    if (!complaining) {
      LOG.warnf("rejections not projected, trying again until they are: cause=%s", cause(failure));
    }
    complaining = true;
    return rest();
  }

  /** Ends, or throws, when the projector is stopped. */
  private void follow() {
    // Asks the store first: while it is away, no group has to be joined and left again.
    projection.positions();
    try (Consumer<String, byte[]> consumer = consumers.get()) {
      open = consumer;
      Seeker seeker = new Seeker(consumer);
      consumer.subscribe(List.of(Topics.REJECTED_EVENTS.name()), seeker);
      while (stopping.getCount() > 0) {
        ConsumerRecords<String, byte[]> records = consumer.poll(WAIT);
        keep(consumer, records);
        lag = seeker.assigned ? behind(consumer) : -1;
        prune();
        // To have connected is no success: what failed before may be the next record still.
        if (complaining && (!records.isEmpty() || lag == 0)) {
          LOG.info("rejections are projected again");
          complaining = false;
          alarmed = false;
        }
      }
    } finally {
      open = null;
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
  private static String cause(Throwable e) {
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

  /** Whether to go on. */
  private boolean rest() {
    try {
      return !stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
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
