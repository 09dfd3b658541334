package io.clientele.profile.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.contract.IdentityLink;
import io.clientele.profile.split.LinksUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

final class LinkRemovalLogTest {

  @Test
  void allRemovalsAreWrittenUnderTheirLinks() {
    Producer kafka = new Producer(true);

    new LinkRemovalLog(kafka, "profile-service").write(removals(3));

    assertThat(kafka.history())
        .extracting(ProducerRecord::key)
        .containsExactly("link-0", "link-1", "link-2");
  }

  @Test
  void outageIsMetOnceHoweverManyLinksThereAre() {
    Producer away = new Producer(false);
    LinkRemovalLog log = new LinkRemovalLog(away, "profile-service");

    assertThatThrownBy(() -> log.write(removals(300)))
        .isInstanceOf(LinksUnavailableException.class)
        .hasCauseInstanceOf(TimeoutException.class);
    assertThat(away.sent).isEqualTo(1);
  }

  private static List<IdentityLink> removals(int links) {
    return IntStream.range(0, links)
        .mapToObj(
            n -> new IdentityLink("link-" + n, "ada", "bob", "split", "test", Instant.EPOCH, true))
        .toList();
  }

  /** That acknowledges at once, or has no metadata, for which the real one has waited then. */
  private static final class Producer extends MockProducer<String, byte[]> {

    private final boolean reachable;
    private int sent;

    Producer(boolean reachable) {
      super(true, null, new StringSerializer(), new ByteArraySerializer());
      this.reachable = reachable;
    }

    @Override
    public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
      sent++;
      return reachable
          ? super.send(record)
          : CompletableFuture.failedFuture(new TimeoutException("no metadata"));
    }
  }
}
