package io.clientele.recommendation.exposures;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.RecommendationExposure;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.Topics;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class ExposureLogTest {

  private final AtomicInteger written = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private final MockProducer<String, byte[]> kafka =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private final ExposureLog log = new ExposureLog(kafka, new Counts(), "recommendation-service");

  @Test
  void exposureStandsUnderItsCustomer() throws InterruptedException {
    RecommendationExposure exposure = exposure("ada", "basket");

    log.accept(exposure);
    log.stop();

    assertThat(kafka.history())
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.topic()).isEqualTo(Topics.RECOMMENDATION_EXPOSURES.name());
              assertThat(record.key()).isEqualTo("ada");
              assertThat(RecordFormat.of(RecommendationExposure.class).read(record.value()))
                  .isEqualTo(exposure);
              assertThat(record.headers().lastHeader("ce_id").value()).asString().isEqualTo("x-1");
            });
    assertThat(written).hasValue(1);
    assertThat(lost).hasValue(0);
  }

  @Test
  void whatKafkaRefusesIsLostAndCounted() throws InterruptedException {
    kafka.sendException = new TimeoutException("as a test wants it");

    log.accept(exposure("ada", null));
    log.stop();

    assertThat(lost).hasValue(1);
  }

  @Test
  void stoppedLogCountsWhatComesLate() throws InterruptedException {
    log.stop();

    log.accept(exposure("ada", null));

    assertThat(lost).hasValue(1);
  }

  private static RecommendationExposure exposure(String customer, String placement) {
    return new RecommendationExposure(
        "x-1",
        customer,
        Instant.EPOCH,
        null,
        placement,
        "blend@1",
        3,
        List.of(new RecommendationExposure.Item("mug", 1, "session")));
  }

  private final class Counts implements ExposureLog.Observer {

    @Override
    public void written() {
      written.incrementAndGet();
    }

    @Override
    public void lost() {
      lost.incrementAndGet();
    }
  }
}
