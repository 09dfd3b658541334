package io.clientele.ingest.streams;

import static io.clientele.ingest.streams.ReceivedEvents.NOON;
import static io.clientele.ingest.streams.ReceivedEvents.event;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CatalogItem;
import io.clientele.contract.Change;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.ReceivedEvent;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an event on its way through the topology. */
final class IngestTopologyTest extends WithPipeline {

  @Test
  void eventGoesToItsCustomerAtTheTimeOfItsReceipt() {
    pipeline.send(event("m", "d", null, NOON));

    TestRecord<String, CustomerEvent> written = pipeline.events.readRecord();
    assertThat(written.key()).isEqualTo("anonymous:d");
    assertThat(written.getRecordTime()).isEqualTo(NOON);
    assertThat(written.value().customerId()).isEqualTo("anonymous:d");
    assertThat(new String(written.headers().lastHeader("ce_type").value(), UTF_8))
        .isEqualTo("io.clientele.CustomerEvent");
  }

  @Test
  void productIsCompletedFromTheCatalogue() {
    pipeline.catalogue.pipeInput(
        "mug",
        RecordFormat.of(CatalogItem.class)
            .write(new CatalogItem("mug", "Mug", "kitchen", null, null, null, null, false, NOON)));
    pipeline.catalogue.pipeInput("broken", "{".getBytes(UTF_8));
    Payload view =
        new Payload.ProductViewed(new Product("mug", "My mug", null, null, null, null, null));

    pipeline.send(event("m", "d", null, NOON, view));
    pipeline.send(event("n", "d", null, NOON, new Payload.ProductViewed(Product.of("broken"))));

    CustomerEvent filled = pipeline.events.readValue();
    assertThat(((Payload.ProductViewed) filled.payload()).product())
        .isEqualTo(new Product("mug", "My mug", "kitchen", null, null, null, null));
    assertThat(filled.cleaned())
        .containsExactly(new Change("/payload/products/0", null, "category", "catalogue"));
    assertThat(pipeline.events.readValue().cleaned()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void retryWithinSevenDaysChangesNothing(int day) {
    Instant first = NOON.plus(Duration.ofDays(day));
    pipeline.send(event("m", "d", null, first));
    pipeline.send(event("m", "d", null, first.plus(Duration.ofDays(7))));

    assertThat(pipeline.events.readValuesToList()).hasSize(1);
  }

  /** Whichever way the weeks lie, under which ids are remembered. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void retryIsKnownHoweverTheClocksOfTheInstancesDiffer(int day) {
    Instant midnight = Instant.parse("2026-03-02T00:00:00Z").plus(Duration.ofDays(day));
    pipeline.send(event("m", "d", null, midnight.plusSeconds(1)));
    pipeline.send(event("m", "d", null, midnight.minusSeconds(1)));

    assertThat(pipeline.events.readValuesToList()).hasSize(1);
  }

  @Test
  void sameMessageLongAfterIsANewEvent() {
    pipeline.send(event("m", "d", null, NOON));
    pipeline.send(event("m", "d", null, NOON.plus(Duration.ofDays(14))));

    assertThat(pipeline.events.readValuesToList()).hasSize(2);
  }

  @Test
  void poisonIsQuarantinedAndTheFlowGoesOn() {
    pipeline.received.pipeInput("d", new byte[] {'{'}, NOON);
    pipeline.received.pipeInput("d", "{\"event\":null}".getBytes(UTF_8), NOON);
    pipeline.received.pipeInput("d", ofNobody(), NOON);
    pipeline.links.pipeInput("l", "{\"linkId\":\"l\"}".getBytes(UTF_8), NOON);
    pipeline.send(event("m", "d", null, NOON));

    assertThat(pipeline.rejected.readValuesToList())
        .extracting(RejectedEvent::source)
        .containsExactly("received-events", "received-events", "received-events", "identity-links");
    assertThat(pipeline.events.readValuesToList()).hasSize(1);
  }

  @Test
  void tombstonesSayNothing() {
    pipeline.received.pipeInput("d", (byte[]) null, NOON);
    pipeline.links.pipeInput("l", (byte[]) null, NOON);

    assertThat(pipeline.events.isEmpty()).isTrue();
    assertThat(pipeline.merges.isEmpty()).isTrue();
    assertThat(pipeline.rejected.isEmpty()).isTrue();
  }

  private static byte[] ofNobody() {
    String event =
        new String(RecordFormat.of(ReceivedEvent.class).write(event("n", "d", null, NOON)), UTF_8);
    return event.replace("\"anonymousId\":\"d\",", "").getBytes(UTF_8);
  }
}
