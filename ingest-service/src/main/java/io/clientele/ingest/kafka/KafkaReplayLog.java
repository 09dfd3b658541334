package io.clientele.ingest.kafka;

import io.clientele.ingest.LogRecord;
import io.clientele.ingest.LogUnavailableException;
import io.clientele.ingest.Outage;
import io.clientele.ingest.quarantine.ReplayLog;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Replays in Kafka transactions. Each session has a producer and a transactional id of its own:
 * replays are rare, and nobody has to tell a fenced producer from a sound one.
 */
public final class KafkaReplayLog implements ReplayLog {

  private static final Logger LOG = Logger.getLogger(KafkaReplayLog.class);

  private final Outage outage = new Outage(System::nanoTime);
  private final Supplier<Producer<String, byte[]>> producers;
  private final String service;

  /**
   * A log.
   *
   * @param producers makes transactional ones, each with an id that nobody had before
   * @param service the name under which records are written
   */
  public KafkaReplayLog(Supplier<Producer<String, byte[]>> producers, String service) {
    this.producers = producers;
    this.service = service;
  }

  @Override
  public Session openSession() {
    Producer<String, byte[]> producer = producers.get();
    try {
      producer.initTransactions();
    } catch (KafkaException e) {
      producer.close();
      throw unavailable(e);
    }
    return new TransactionalSession(producer);
  }

  private LogUnavailableException unavailable(KafkaException cause) {
    String what = "Kafka did not take the replay: " + cause.getClass().getSimpleName();
    if (outage.begins()) {
      LOG.warnf("no rejections replayed, answering 503: cause=%s", what);
    }
    return new LogUnavailableException(what, cause);
  }

  /** One producer's transactions. After a failure it is of no use any more but to be closed. */
  private final class TransactionalSession implements Session {

    private final Producer<String, byte[]> producer;

    TransactionalSession(Producer<String, byte[]> producer) {
      this.producer = producer;
    }

    /** The commit reports what any of the sends failed with. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public void write(List<LogRecord> records) {
      try {
        producer.beginTransaction();
        records.forEach(record -> producer.send(KafkaRecords.of(record, service)));
        producer.commitTransaction();
        if (outage.ends()) {
          LOG.info("rejections replayed again");
        }
      } catch (KafkaException e) {
        throw unavailable(e);
      }
    }

    /** Closing in the middle of a transaction lets the broker end it. */
    @Override
    public void close() {
      producer.close();
    }
  }
}
