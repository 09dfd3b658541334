package io.clientele.recommendation.log;

import io.clientele.contract.Topic;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;

/** Kafka's stand-in for a consumer, with what it lacks: offsets by time, and brokers that wait. */
final class FakeLog extends MockConsumer<String, byte[]> {
  final Map<TopicPartition, OffsetAndTimestamp> firstByTime = new HashMap<>();
  final CountDownLatch waiting = new CountDownLatch(1);
  private boolean woken;
  volatile Map<TopicPartition, Long> askedFor;
  volatile boolean stuck;

  FakeLog(String reset) {
    super(reset);
  }

  /** All topics, one partition each, which are empty but for so many records. */
  static FakeLog holding(Map<TopicPartition, Long> records) {
    FakeLog log = new FakeLog("earliest");
    for (Topic topic : FactReader.TOPICS) {
      Node node = Node.noNode();
      Node[] nodes = {node};
      TopicPartition partition = new TopicPartition(topic.name(), 0);
      log.updatePartitions(
          topic.name(), List.of(new PartitionInfo(topic.name(), 0, node, nodes, nodes)));
      log.updateBeginningOffsets(Map.of(partition, 0L));
      log.updateEndOffsets(Map.of(partition, records.getOrDefault(partition, 0L)));
      log.firstByTime.put(partition, new OffsetAndTimestamp(0, 0));
    }
    return log;
  }

  /** The stand-in has none of its own. */
  @Override
  public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
      Map<TopicPartition, Long> moments) {
    askedFor = Map.copyOf(moments);
    return firstByTime;
  }

  /** As a consumer whose brokers do not answer: until it is woken, where the test says so. */
  @Override
  public synchronized Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions) {
    waiting.countDown();
    while (stuck) {
      try {
        wait();
      } catch (InterruptedException e) {
        throw new InterruptException(e);
      }
      if (woken) {
        throw new WakeupException();
      }
    }
    return super.endOffsets(partitions);
  }

  @Override
  public synchronized void wakeup() {
    woken = true;
    notifyAll();
    super.wakeup();
  }
}
