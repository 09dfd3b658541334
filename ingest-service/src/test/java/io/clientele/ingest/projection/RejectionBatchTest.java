package io.clientele.ingest.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.quarantine.RejectionProjection;
import io.clientele.ingest.quarantine.RejectionsUnavailableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

final class RejectionBatchTest {

  private static final String SPOILED = "spoiled";
  private static final RecordFormat<RejectedEvent> FORMAT = RecordFormat.of(RejectedEvent.class);

  private final FaultyProjection projection = new FaultyProjection();
  private final List<RejectedEvent> counted = new ArrayList<>();
  private final RejectionBatch batch =
      new RejectionBatch(projection, "ingest-service", counted::add);

  @Test
  void whatIsRefusedHereIsCountedOnceThoughTheStoreGoesAwayInBetween() {
    List<ConsumerRecord<String, byte[]>> records = List.of(record(0, SPOILED), record(1, "fine"));
    projection.away = true;

    assertThatThrownBy(() -> batch.store(records, Map.of(0, 2L)))
        .isInstanceOf(RejectionsUnavailableException.class);
    projection.away = false;
    batch.store(records, Map.of(0, 2L));

    assertThat(counted).singleElement().extracting(RejectedEvent::reason).isNotEqualTo(SPOILED);
  }

  private static ConsumerRecord<String, byte[]> record(long offset, String reason) {
    RejectedEvent rejected =
        new RejectedEvent(
            "r-" + offset,
            "ingest-service",
            "shop",
            reason,
            null,
            "why",
            "POST /v1/track",
            null,
            null,
            "{}",
            null,
            "utf-8",
            Instant.EPOCH,
            null);
    return new ConsumerRecord<>("rejected-events", 0, offset, "shop", FORMAT.write(rejected));
  }

  /** Refuses what is spoiled, and may be away when positions are to be kept. */
  private static final class FaultyProjection implements RejectionProjection {

    private boolean away;

    @Override
    public void keep(List<RejectedEvent> records, Map<Integer, Long> positions) {
      if (records.stream().anyMatch(each -> each.reason().equals(SPOILED))) {
        throw new RefusedException("22021", new IllegalStateException("spoiled"));
      }
      if (away && !positions.isEmpty()) {
        throw new RejectionsUnavailableException("away");
      }
    }

    @Override
    public Map<Integer, Long> positions() {
      return Map.of();
    }

    @Override
    public boolean prune(Instant before) {
      return false;
    }
  }
}
