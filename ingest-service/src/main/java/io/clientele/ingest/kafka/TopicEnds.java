package io.clientele.ingest.kafka;

import io.clientele.contract.Topic;
import io.clientele.ingest.LogUnavailableException;
import io.clientele.ingest.Outage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Says where a topic ends now, with what is in transactions that nobody has committed yet. */
public final class TopicEnds implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(TopicEnds.class);

  private static final long PATIENCE_SECONDS = 5;

  private final Admin admin;
  private final Topic topic;

  private final Outage outage = new Outage(System::nanoTime);

  /** The ends of a topic; to be closed. */
  public TopicEnds(String bootstrapServers, Topic topic) {
    this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    this.topic = topic;
  }

  /**
   * By partition, the offset that the next record gets.
   *
   * @throws LogUnavailableException if Kafka does not answer in time
   */
  public Map<Integer, Long> now() {
    try {
      TopicDescription described =
          admin
              .describeTopics(List.of(topic.name()))
              .allTopicNames()
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
              .get(topic.name());
      Map<TopicPartition, OffsetSpec> latest =
          described.partitions().stream()
              .map(partition -> new TopicPartition(topic.name(), partition.partition()))
              .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
      Map<TopicPartition, ListOffsetsResultInfo> found =
          admin
              .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
              .all()
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      Map<Integer, Long> ends = new HashMap<>();
      found.forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
      if (outage.ends()) {
        LOG.infof("Kafka says again where %s ends", topic.name());
      }
      return ends;
    } catch (ExecutionException | TimeoutException e) {
      if (outage.begins()) {
        LOG.warnf("Kafka does not say where %s ends, answering 503: cause=%s", topic.name(), e);
      }
      throw new LogUnavailableException("Kafka does not say where " + topic.name() + " ends", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LogUnavailableException("stopped while asking where " + topic.name() + " ends", e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
