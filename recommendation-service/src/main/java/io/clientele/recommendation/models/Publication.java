package io.clientele.recommendation.models;

import io.clientele.contract.CloudEventHeaders;
import io.clientele.contract.RankerModel;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.Topics;
import io.clientele.recommendation.training.Publisher;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Publishes models in transactions that Kafka takes from the elected instance alone: each carries
 * an offset of the group, which the broker refuses to whoever is not, or no longer, a member of its
 * newest generation (KIP-447).
 */
public final class Publication implements Publisher {

  private static final Logger LOG = Logger.getLogger(Publication.class);
  private static final RecordFormat<RankerModel> MODELS = RecordFormat.of(RankerModel.class);
  private static final String TOPIC = Topics.RECOMMENDATION_MODELS.name();

  private final Supplier<Producer<String, byte[]>> producers;
  private final Supplier<Optional<ConsumerGroupMetadata>> membership;
  private final String service;

  /**
   * A publication.
   *
   * @param producers makes transactional ones, each with an id that nobody had before
   * @param membership of the elected instance, none where this is not it
   * @param service the name under which records are written
   */
  public Publication(
      Supplier<Producer<String, byte[]>> producers,
      Supplier<Optional<ConsumerGroupMetadata>> membership,
      String service) {
    this.producers = producers;
    this.membership = membership;
    this.service = service;
  }

  @Override
  public Result publish(RankerModel model, Set<Integer> outdated) {
    Optional<ConsumerGroupMetadata> member = membership.get();
    if (member.isEmpty()) {
      return Result.DEPOSED;
    }
    try (Producer<String, byte[]> producer = producers.get()) {
      producer.initTransactions();
      write(producer, model, outdated);
      return commit(producer, model, member.get());
    } catch (KafkaException e) {
      LOG.warnf("model not published: model=%s cause=%s", model.name(), e);
      return Result.UNREACHABLE;
    }
  }

  /** The commit reports what any of the sends failed with. */
  @SuppressWarnings("FutureReturnValueIgnored")
  private void write(Producer<String, byte[]> producer, RankerModel model, Set<Integer> outdated) {
    producer.beginTransaction();
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(TOPIC, model.name(), MODELS.write(model));
    CloudEventHeaders.stamp(
        record.headers(), model.name(), service, "RankerModel", model.trainedAt());
    producer.send(record);
    outdated.forEach(
        version -> producer.send(new ProducerRecord<>(TOPIC, RankerModel.name(version), null)));
  }

  /** Closing the producer ends a transaction that is not committed. */
  private static Result commit(
      Producer<String, byte[]> producer, RankerModel model, ConsumerGroupMetadata member) {
    try {
      // Nobody reads on from there; it is sent for the broker to look at the member.
      OffsetAndMetadata offset = new OffsetAndMetadata(0, model.name());
      producer.sendOffsetsToTransaction(Map.of(new TopicPartition(TOPIC, 0), offset), member);
      producer.commitTransaction();
      LOG.infof("model published: model=%s serve=%s", model.name(), model.serve());
      return Result.PUBLISHED;
    } catch (CommitFailedException e) {
      LOG.warnf("model not published, another instance is elected: model=%s", model.name());
      return Result.DEPOSED;
    }
  }
}
