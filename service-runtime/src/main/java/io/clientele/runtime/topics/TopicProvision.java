package io.clientele.runtime.topics;

import io.clientele.contract.Topic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics that are not there yet and checks those that are. */
public final class TopicProvision {

  private final int customerPartitions;
  private final short replicationFactor;

  /**
   * With the platform's settings.
   *
   * @param customerPartitions the platform's partition count, fixed when the first topic is made
   * @param replicationFactor −1 for the broker's default
   */
  public TopicProvision(int customerPartitions, short replicationFactor) {
    this.customerPartitions = customerPartitions;
    this.replicationFactor = replicationFactor;
  }

  /**
   * Creates what is missing. Safe to call from several services at once.
   *
   * @throws IllegalStateException if a topic that exists has another partition count: no service
   *     may run on it, since a customer's records would be spread over two tasks
   * @throws ExecutionException if Kafka did not answer
   */
  public void ensure(Admin admin, List<Topic> topics)
      throws ExecutionException, InterruptedException {
    Set<String> existing = admin.listTopics().names().get();
    for (Topic topic : topics) {
      if (!existing.contains(topic.name())) {
        create(admin, topic);
      }
    }
    Map<String, TopicDescription> described =
        admin
            .describeTopics(topics.stream().map(Topic::name).collect(Collectors.toSet()))
            .allTopicNames()
            .get();
    for (Topic topic : topics) {
      int found = described.get(topic.name()).partitions().size();
      misfit(topic, found)
          .ifPresent(
              text -> {
                throw new IllegalStateException(text);
              });
    }
  }

  /** What is wrong with a topic that has so many partitions, and what to do. */
  Optional<String> misfit(Topic topic, int found) {
    int wanted = topic.partitions(customerPartitions);
    if (wanted == found) {
      return Optional.empty();
    }
    String remedy =
        topic.spread() == Topic.Spread.SINGLE
            ? "delete it and let it be made anew"
            : "set clientele.partitions to " + found;
    return Optional.of(
        "topic %s has %d partitions, wanted are %d; %s"
            .formatted(topic.name(), found, wanted, remedy));
  }

  /** A topic as it is asked of Kafka. */
  NewTopic asked(Topic topic) {
    return new NewTopic(
            topic.name(),
            Optional.of(topic.partitions(customerPartitions)),
            replicationFactor < 0 ? Optional.empty() : Optional.of(replicationFactor))
        .configs(topic.settings());
  }

  private void create(Admin admin, Topic topic) throws ExecutionException, InterruptedException {
    try {
      admin.createTopics(List.of(asked(topic))).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
      // Another service was first, which is as good.
    }
  }
}
