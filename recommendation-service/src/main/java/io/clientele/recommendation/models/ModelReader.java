package io.clientele.recommendation.models;

import io.clientele.contract.MalformedRecordException;
import io.clientele.contract.RankerModel;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.Topics;
import io.clientele.recommendation.training.ModelShelf;
import io.clientele.runtime.kafka.Follower;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Gives this instance every model that was published, from the first one on after each connection:
 * a model that comes twice changes nothing. It belongs to no group, since every instance serves.
 */
public final class ModelReader implements Follower.Task {

  private static final Logger LOG = Logger.getLogger(ModelReader.class);
  private static final Duration WAIT = Duration.ofMillis(200);
  private static final RecordFormat<RankerModel> MODELS = RecordFormat.of(RankerModel.class);

  private final Supplier<Consumer<String, byte[]>> consumers;
  private final ModelShelf shelf;
  private final Runnable refused;

  /**
   * A reader for one {@link Follower}.
   *
   * @param consumers opens a connection, read committed
   * @param refused told of every model that cannot be read or used, to count it
   */
  public ModelReader(
      Supplier<Consumer<String, byte[]>> consumers, ModelShelf shelf, Runnable refused) {
    this.consumers = consumers;
    this.shelf = shelf;
    this.refused = refused;
  }

  @Override
  public String topic() {
    return Topics.RECOMMENDATION_MODELS.name();
  }

  @Override
  public Consumer<String, byte[]> connect() {
    return consumers.get();
  }

  @Override
  public Follower.Turn subscribe(Consumer<String, byte[]> consumer) {
    TopicPartition all = new TopicPartition(topic(), 0);
    consumer.assign(List.of(all));
    consumer.seekToBeginning(List.of(all));
    long goal = consumer.endOffsets(List.of(all)).get(all);
    return () -> {
      ConsumerRecords<String, byte[]> records = consumer.poll(WAIT);
      records.forEach(this::take);
      if (!shelf.isComplete() && consumer.position(all) >= goal) {
        shelf.complete();
      }
      return !records.isEmpty();
    };
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    OptionalInt version = RankerModel.version(record.key());
    if (version.isEmpty()) {
      refuse(record, "its key names no model");
    } else if (record.value() == null) {
      shelf.remove(version.getAsInt());
    } else {
      shelf.note(version.getAsInt());
      put(record, version.getAsInt());
    }
  }

  private void put(ConsumerRecord<String, byte[]> record, int version) {
    try {
      if (!shelf.put(MODELS.read(record.value()).withVersion(version))) {
        refuse(record, "it looks at features that this version does not compute");
      }
    } catch (MalformedRecordException | IllegalArgumentException e) {
      refuse(record, e.getMessage());
    }
  }

  private void refuse(ConsumerRecord<String, byte[]> record, String why) {
    refused.run();
    LOG.warnf("model not used: offset=%d why=%s", record.offset(), why);
  }
}
