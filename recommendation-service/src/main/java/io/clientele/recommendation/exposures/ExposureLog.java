package io.clientele.recommendation.exposures;

import io.clientele.contract.CloudEventHeaders;
import io.clientele.contract.RecommendationExposure;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.Topics;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Writes down which lists were made for whom. Nobody waits for that: a thread of its own gives them
 * to Kafka, and what Kafka does not take, or what comes faster than it does, is lost and counted.
 */
public final class ExposureLog implements Consumer<RecommendationExposure> {

  private static final RecordFormat<RecommendationExposure> EXPOSURES =
      RecordFormat.of(RecommendationExposure.class);

  /** Some seconds of a busy instance; lists of 20 take some 8 MB. */
  private static final int MOST_WAITING = 4_096;

  private static final Duration LONGEST_STOP = Duration.ofSeconds(2);

  private final Producer<String, byte[]> producer;
  private final Observer observer;
  private final String service;
  private final ThreadPoolExecutor writing;

  /** Told what became of each, on any thread. */
  public interface Observer {

    /** Kafka has it. */
    void written();

    /** Nobody has it. */
    void lost();
  }

  /**
   * A log.
   *
   * @param producer closed by {@link #stop}
   * @param service the name under which records are written
   */
  public ExposureLog(Producer<String, byte[]> producer, Observer observer, String service) {
    this.producer = producer;
    this.observer = observer;
    this.service = service;
    this.writing =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            task -> {
              Thread thread = new Thread(task, "exposure-log");
              thread.setDaemon(true);
              return thread;
            },
            (task, full) -> observer.lost());
  }

  @Override
  public void accept(RecommendationExposure exposure) {
    writing.execute(() -> send(exposure));
  }

  private void send(RecommendationExposure exposure) {
    try {
      give(exposure);
    } catch (KafkaException | IllegalStateException e) { // the latter: closed meanwhile
      observer.lost();
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback sees what is not thrown
  private void give(RecommendationExposure exposure) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            Topics.RECOMMENDATION_EXPOSURES.name(),
            exposure.customerId(),
            EXPOSURES.write(exposure));
    CloudEventHeaders.stamp(
        record.headers(), exposure.exposureId(), service, "RecommendationExposure", exposure.at());
    producer.send(
        record,
        (metadata, failure) -> {
          if (failure == null) {
            observer.written();
          } else {
            observer.lost();
          }
        });
  }

  /** Gives Kafka what still waits, for some seconds at most. */
  public void stop() throws InterruptedException {
    writing.shutdown();
    writing.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS);
    writing.shutdownNow().forEach(task -> observer.lost());
    producer.close(LONGEST_STOP);
  }
}
