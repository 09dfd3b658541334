package io.clientele.recommendation.log;

import io.clientele.contract.MalformedRecordException;
import io.clientele.contract.RejectedEvent;
import io.clientele.runtime.streams.Quarantine;
import io.clientele.runtime.streams.RecordPlace;
import io.clientele.runtime.streams.RejectionRecord;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.jboss.logging.Logger;

/**
 * Puts records that cannot be read into {@code rejected-events}. Every instance reads the whole log
 * at every start and so rejects the same record again; that is harmless, since the rejection has
 * the same id, and it makes up for one that could not be written the last time.
 */
public final class Rejections implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Rejections.class);
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

  private final Producer<String, byte[]> producer;
  private final Quarantine quarantine;

  /**
   * Rejections by one service.
   *
   * @param producer closed with this
   */
  public Rejections(Producer<String, byte[]> producer, Quarantine quarantine) {
    this.producer = producer;
    this.quarantine = quarantine;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback sees every failure
  void reject(ConsumerRecord<String, byte[]> record, MalformedRecordException why) {
    RecordPlace place = new RecordPlace(record.topic(), record.partition(), record.offset());
    RejectedEvent rejected =
        quarantine.reject(place, record.key(), record.value(), record.timestamp(), why);
    producer.send(
        RejectionRecord.of(rejected),
        (metadata, failure) -> {
          if (failure != null) {
            LOG.warnf("rejection not written: place=%s cause=%s", place, failure);
          }
        });
  }

  /** Waits some seconds at most for what is still to be written. */
  @Override
  public void close() {
    producer.close(LONGEST_CLOSE);
  }
}
