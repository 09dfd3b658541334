package io.clientele.recommendation.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.RankerModel;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.Topics;
import io.clientele.recommendation.training.ModelShelf;
import io.clientele.recommendation.training.Models;
import io.clientele.runtime.kafka.Follower;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelReaderTest {

  private static final RecordFormat<RankerModel> MODELS = RecordFormat.of(RankerModel.class);
  private static final TopicPartition ALL =
      new TopicPartition(Topics.RECOMMENDATION_MODELS.name(), 0);

  private final MockConsumer<String, byte[]> log = new MockConsumer<>("earliest");
  private final ModelShelf shelf = new ModelShelf(rankers -> {});
  private final AtomicInteger refused = new AtomicInteger();
  private final ModelReader reader = new ModelReader(() -> log, shelf, refused::incrementAndGet);
  private Follower.Turn turn;
  private long offset;

  @BeforeEach
  void subscribe() {
    log.updateBeginningOffsets(Map.of(ALL, 0L));
    log.updateEndOffsets(Map.of(ALL, 1L));
    turn = reader.subscribe(reader.connect());
  }

  @Test
  void newestModelServes() throws Exception {
    read("ranker@1", MODELS.write(Models.usable(1)));
    read("ranker@2", MODELS.write(Models.usable(2)));

    assertThat(shelf.serving()).map(RankerModel::version).hasValue(2);
    assertThat(refused).hasValue(0);
  }

  @Test
  void shelfIsCompleteOnceTheEndOfTheStartIsRead() throws Exception {
    turn.take();
    assertThat(shelf.isComplete()).isFalse();

    read("ranker@1", MODELS.write(Models.usable(1)));

    assertThat(shelf.isComplete()).isTrue();
  }

  @Test
  void tombstoneTakesAModelAway() throws Exception {
    read("ranker@1", MODELS.write(Models.usable(1)));
    read("ranker@2", MODELS.write(Models.usable(2)));

    read("ranker@2", null);

    assertThat(shelf.serving()).map(RankerModel::version).hasValue(1);
  }

  @Test
  void whatCannotBeReadOrUsedIsCountedAndTheOldOneStays() throws Exception {
    read("ranker@1", MODELS.write(Models.usable(1)));

    read("ranker@2", "{\"poison\":".getBytes(UTF_8));
    read("ranker@3", MODELS.write(Models.foreign(3)));
    read("somebody", MODELS.write(Models.usable(4)));
    read(null, new byte[0]);

    assertThat(refused).hasValue(4);
    assertThat(shelf.serving()).map(RankerModel::version).hasValue(1);
    assertThat(shelf.nextVersion()).isEqualTo(4);
  }

  private void read(String key, byte[] value) throws InterruptedException, ExecutionException {
    log.addRecord(new ConsumerRecord<>(ALL.topic(), 0, offset++, key, value));
    turn.take();
  }
}
