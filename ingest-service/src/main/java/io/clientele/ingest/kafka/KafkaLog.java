package io.clientele.ingest.kafka;

import io.clientele.ingest.EventLog;
import io.clientele.ingest.LogRecord;
import io.clientele.ingest.LogUnavailableException;
import io.clientele.ingest.Outage;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** The log on Kafka. Completes on the producer's thread, on which nothing may block. */
public final class KafkaLog implements EventLog {

  private static final Logger LOG = Logger.getLogger(KafkaLog.class);

  private final Outage outage = new Outage(System::nanoTime);
  private final Producer<String, byte[]> producer;
  private final String service;

  /**
   * A log.
   *
   * @param producer that waits for all acknowledgements; closed by whoever made it
   * @param service the name under which records are written
   */
  public KafkaLog(Producer<String, byte[]> producer, String service) {
    this.producer = producer;
    this.service = service;
  }

  @Override
  public CompletionStage<Void> append(List<LogRecord> records) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    if (records.isEmpty()) {
      done.complete(null);
      return done;
    }
    AtomicInteger open = new AtomicInteger(records.size());
    for (LogRecord record : records) {
      if (done.isDone()) {
        // One has failed already; each further one might block as long as the first.
        break;
      }
      send(record, open, done);
    }
    return done;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback hears what the future would say
  private void send(LogRecord record, AtomicInteger open, CompletableFuture<Void> done) {
    try {
      producer.send(
          KafkaRecords.of(record, service),
          (metadata, failure) -> {
            if (failure != null) {
              fail(done, failure);
            } else if (open.decrementAndGet() == 0) {
              complete(done);
            }
          });
    } catch (KafkaException | IllegalStateException e) {
      // The second is what a producer says that is being closed.
      fail(done, e);
    }
  }

  private void complete(CompletableFuture<Void> done) {
    if (outage.ends()) {
      LOG.info("all that comes is stored again");
    }
    done.complete(null);
  }

  private void fail(CompletableFuture<Void> done, Exception cause) {
    String what = "Kafka did not acknowledge in time: " + cause.getClass().getSimpleName();
    if (outage.begins()) {
      LOG.warnf("answering 503 to what is not stored: cause=%s", what);
    }
    done.completeExceptionally(new LogUnavailableException(what, cause));
  }
}
