package io.clientele.local.load;

import io.clientele.local.platform.Health;
import io.clientele.local.platform.PlatformException;
import io.clientele.local.platform.Service;
import io.clientele.local.process.Child;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Waits until every service has read everything that was there for it to read. */
public final class CatchUp implements AutoCloseable {

  /** The groups that read for the services; recommendation-service reads without one. */
  private static final List<String> GROUPS =
      Stream.concat(
              Arrays.stream(Service.values())
                  .filter(service -> service != Service.RECOMMENDATION)
                  .map(Service::module),
              Stream.of("lifecycle-alerts"))
          .toList();

  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration STANDSTILL = Duration.ofMinutes(2);

  /** A gap wider than this holds records: looking into it costs more than it tells. */
  private static final int MOST_MARKERS = 100;

  private static final Duration PROBE = Duration.ofSeconds(2);

  private final Admin admin;
  private final KafkaConsumer<byte[], byte[]> probe;
  private final List<Child> recommendation;
  private final Health health = new Health();
  private final Map<String, Instant> caughtUp = new HashMap<>();

  /**
   * @param recommendation the instances that keep the session index
   */
  public CatchUp(String kafka, List<Child> recommendation) {
    this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka));
    this.probe =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                1,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                1 << 16),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    this.recommendation = List.copyOf(recommendation);
  }

  /**
   * Returns once all have caught up in two looks running.
   *
   * @param progress takes how many records lie before the readers, all together
   * @return when each group was first seen to have caught up for good
   * @throws PlatformException if nothing moves for two minutes; it names who is behind
   */
  public Map<String, Instant> await(LongConsumer progress) {
    Map<String, Long> before = Map.of();
    Instant moved = Instant.now();
    int calm = 0;
    while (calm < 2) {
      Map<String, Long> behind = behind();
      progress.accept(behind.values().stream().mapToLong(Long::longValue).sum());
      calm = behind.isEmpty() ? calm + 1 : 0;
      if (!behind.equals(before)) {
        before = behind;
        moved = Instant.now();
      } else if (!behind.isEmpty() && Instant.now().isAfter(moved.plus(STANDSTILL))) {
        throw new PlatformException(
            "nothing moves any more; records not read yet, by reader: " + behind);
      }
      sleep();
    }
    return Map.copyOf(caughtUp);
  }

  /** How many records each reader that is behind has before it. */
  private Map<String, Long> behind() {
    Map<String, Long> behind = new HashMap<>();
    for (String group : GROUPS) {
      note(group, behind(group), behind);
    }
    long index = 0;
    for (Child instance : recommendation) {
      index += indexLag(instance);
    }
    note("session-index", index, behind);
    return behind;
  }

  private void note(String reader, long lag, Map<String, Long> behind) {
    if (lag == 0) {
      caughtUp.putIfAbsent(reader, Instant.now());
    } else {
      caughtUp.remove(reader);
      behind.put(reader, lag);
    }
  }

  private long indexLag(Child instance) {
    return health
        .readiness(instance)
        .map(
            report -> {
              for (var check : report.path("checks")) {
                if (check.path("name").asText().equals("session-index")) {
                  return check.path("data").path("lag").asLong(1);
                }
              }
              return 1L;
            })
        .orElse(1L);
  }

  private long behind(String group) {
    try {
      // First what was read, then what there is: the other way round hides what came in between.
      Map<TopicPartition, Long> read = read(group);
      if (read.isEmpty()) {
        return 0;
      }
      Map<TopicPartition, Long> ends = ends(read.keySet());
      long behind = 0;
      for (Map.Entry<TopicPartition, Long> partition : read.entrySet()) {
        long end = ends.get(partition.getKey());
        long gap = end - partition.getValue();
        if (gap > MOST_MARKERS || (gap > 0 && holdsRecords(partition.getKey(), end - gap, end))) {
          behind += gap;
        }
      }
      return behind;
    } catch (ExecutionException e) {
      throw new PlatformException("cannot ask Kafka how far " + group + " is: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("interrupted while waiting for the services", e);
    }
  }

  /** How far the group is in all that it has read or is to read. */
  private Map<TopicPartition, Long> read(String group)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> read = new HashMap<>();
    for (TopicPartition partition : assigned(group)) {
      read.put(partition, 0L);
    }
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    committed.forEach(
        (partition, offset) -> {
          if (offset != null) {
            read.put(partition, offset.offset());
          }
        });
    return read;
  }

  private Set<TopicPartition> assigned(String group)
      throws ExecutionException, InterruptedException {
    Set<TopicPartition> assigned = new HashSet<>();
    try {
      ConsumerGroupDescription description =
          admin.describeConsumerGroups(List.of(group)).describedGroups().get(group).get();
      for (MemberDescription member : description.members()) {
        assigned.addAll(member.assignment().topicPartitions());
      }
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof GroupIdNotFoundException)) {
        throw e;
      }
    }
    return assigned;
  }

  private Map<TopicPartition, Long> ends(Set<TopicPartition> partitions)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin
        .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
        .all()
        .get()
        .forEach((partition, info) -> ends.put(partition, info.offset()));
    return ends;
  }

  /** Behind the last record lie transaction markers, past which nobody commits. */
  private boolean holdsRecords(TopicPartition partition, long from, long end) {
    probe.assign(List.of(partition));
    probe.seek(partition, from);
    Instant deadline = Instant.now().plus(PROBE);
    while (probe.position(partition) < end && Instant.now().isBefore(deadline)) {
      if (!probe.poll(Duration.ofMillis(100)).isEmpty()) {
        return true;
      }
    }
    return probe.position(partition) < end;
  }

  private static void sleep() {
    try {
      Thread.sleep(LOOK.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("interrupted while waiting for the services", e);
    }
  }

  @Override
  public void close() {
    probe.close();
    admin.close();
  }
}
