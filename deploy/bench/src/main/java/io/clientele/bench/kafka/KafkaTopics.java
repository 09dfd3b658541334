package io.clientele.bench.kafka;

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
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** What a measurement asks of the broker beside reading and writing. */
public final class KafkaTopics implements AutoCloseable {

  /** Small, and gone soon after they are emptied: rounds must not fill the disk. */
  private static final Map<String, String> SHORT_LIVED =
      Map.of("segment.bytes", Integer.toString(64 << 20), "file.delete.delay.ms", "1000");

  private final Admin admin;

  public KafkaTopics(String bootstrap) {
    this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
  }

  void create(String topic, int partitions) {
    NewTopic created = new NewTopic(topic, Optional.of(partitions), Optional.empty());
    await(() -> admin.createTopics(List.of(created.configs(SHORT_LIVED))).all().get());
  }

  int partitions(String topic) {
    return await(() -> admin.describeTopics(List.of(topic)).allTopicNames().get())
        .get(topic)
        .partitions()
        .size();
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

  /** How far committed records and markers reach, all partitions together. */
  public long end(String topic) {
    return ends(topic).values().stream().mapToLong(Long::longValue).sum();
  }

  Map<TopicPartition, Long> ends(String topic) {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (int partition = 0; partition < partitions(topic); partition++) {
      latest.put(new TopicPartition(topic, partition), OffsetSpec.latest());
    }
    Map<TopicPartition, Long> ends = new HashMap<>();
    await(
            () ->
                admin
                    .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .all()
                    .get())
        .forEach((partition, info) -> ends.put(partition, info.offset()));
    return ends;
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
