package io.clientele.bench.kafka;

import io.clientele.contract.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** What a measurement asks of the broker beside reading and writing. */
public final class KafkaTopics implements AutoCloseable {

  /** Small, and gone soon after they are emptied: rounds must not fill the disk. */
  private static final Map<String, String> SHORT_LIVED =
      Map.of("segment.bytes", Integer.toString(64 << 20), "file.delete.delay.ms", "1000");

  private static final Duration LOOK = Duration.ofMillis(50);

  private final Admin admin;

  public KafkaTopics(String bootstrap) {
    this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
  }

  /** Makes a topic whose old segments go as soon as they may. */
  public void create(String topic, int partitions) {
    NewTopic created = new NewTopic(topic, Optional.of(partitions), Optional.empty());
    await(() -> admin.createTopics(List.of(created.configs(SHORT_LIVED))).all().get());
  }

  /** How many partitions it has. */
  public int partitions(String topic) {
    return await(() -> admin.describeTopics(List.of(topic)).allTopicNames().get())
        .get(topic)
        .partitions()
        .size();
  }

  /**
   * Makes a topic anew, without a record and with the same number of partitions. Taking its records
   * away would not do for topics that are read from a time on: as long as an emptied segment is
   * there, the broker looks for the time in it and finds nothing.
   */
  public void renew(Topic topic) throws InterruptedException {
    int partitions = partitions(topic.name());
    await(() -> admin.deleteTopics(List.of(topic.name())).all().get());
    while (!named(topic.name(), "").isEmpty()) {
      Thread.sleep(LOOK.toMillis());
    }
    NewTopic renewed = new NewTopic(topic.name(), Optional.of(partitions), Optional.empty());
    await(() -> admin.createTopics(List.of(renewed.configs(topic.settings()))).all().get());
  }

  void empty(String topic) {
    keepLatest(topic, 0);
  }

  /** Takes the oldest records away, so that at most so many are left, evenly by partition. */
  public void keepLatest(String topic, long most) {
    Map<TopicPartition, Long> ends = ends(topic);
    Map<TopicPartition, RecordsToDelete> older = new HashMap<>();
    ends.forEach(
        (partition, end) ->
            older.put(
                partition, RecordsToDelete.beforeOffset(Math.max(0, end - most / ends.size()))));
    await(() -> admin.deleteRecords(older).all().get());
  }

  /** How many records of a topic without transactions a group has still to read, and to commit. */
  public long behind(String group, String topic) {
    Map<TopicPartition, Long> starts = offsets(topic, OffsetSpec.earliest());
    Map<TopicPartition, OffsetAndMetadata> committed =
        await(() -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get());
    long behind = 0;
    for (Map.Entry<TopicPartition, Long> end : ends(topic).entrySet()) {
      OffsetAndMetadata read = committed.get(end.getKey());
      long start = starts.get(end.getKey());
      behind += end.getValue() - (read == null ? start : Math.max(start, read.offset()));
    }
    return behind;
  }

  /** How much of a backlog a group has still to commit. */
  public long left(String group, Backlog backlog) {
    return backlog.left(
        await(() -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get()));
  }

  /** The topics whose names start and end so, by name. */
  public List<String> named(String start, String end) {
    return await(() -> admin.listTopics().names().get()).stream()
        .filter(name -> name.startsWith(start) && name.endsWith(end))
        .sorted()
        .toList();
  }

  /** How far committed records and markers reach. */
  Map<TopicPartition, Long> ends(String topic) {
    return offsets(topic, OffsetSpec.latest());
  }

  private Map<TopicPartition, Long> offsets(String topic, OffsetSpec which) {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    for (int partition = 0; partition < partitions(topic); partition++) {
      asked.put(new TopicPartition(topic, partition), which);
    }
    Map<TopicPartition, Long> offsets = new HashMap<>();
    await(
            () ->
                admin
                    .listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .all()
                    .get())
        .forEach((partition, info) -> offsets.put(partition, info.offset()));
    return offsets;
  }

  private interface Question<T> {
    T ask() throws ExecutionException, InterruptedException;
  }

  private static <T> T await(Question<T> question) {
    try {
      return question.ask();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker refused: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking the broker", e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
