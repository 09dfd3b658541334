package io.clientele.profile.kafka;

import io.clientele.contract.CloudEventHeaders;
import io.clientele.contract.IdentityLink;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.Topics;
import io.clientele.profile.split.LinkRemovals;
import io.clientele.profile.split.LinksUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/**
 * Links taken back, in {@code identity-links}. A removal that is written twice finds nothing to
 * remove the second time.
 */
public final class LinkRemovalLog implements LinkRemovals {

  private static final RecordFormat<IdentityLink> FORMAT = RecordFormat.of(IdentityLink.class);

  private final Producer<String, byte[]> producer;
  private final String service;

  /**
   * A log.
   *
   * @param producer that waits for all acknowledgements, and for a few seconds at most; closed by
   *     whoever made it
   * @param service the name under which records are written
   */
  public LinkRemovalLog(Producer<String, byte[]> producer, String service) {
    this.producer = producer;
    this.service = service;
  }

  @Override
  public void write(List<IdentityLink> removals) {
    try {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (IdentityLink removal : removals) {
        Future<RecordMetadata> each = producer.send(record(removal));
        if (each.isDone()) {
          each.get(); // without Kafka each send blocks for a second to say so; the first is enough
        }
        sent.add(each);
      }
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LinksUnavailableException(e);
    } catch (ExecutionException e) {
      throw new LinksUnavailableException(e.getCause());
    } catch (KafkaException e) {
      throw new LinksUnavailableException(e);
    }
  }

  private ProducerRecord<String, byte[]> record(IdentityLink removal) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            Topics.IDENTITY_LINKS.name(),
            null,
            removal.at().toEpochMilli(),
            removal.linkId(),
            FORMAT.write(removal));
    CloudEventHeaders.stamp(
        record.headers(),
        "split:" + removal.linkId() + ":" + removal.at(),
        service,
        IdentityLink.class.getSimpleName(),
        removal.at());
    return record;
  }
}
