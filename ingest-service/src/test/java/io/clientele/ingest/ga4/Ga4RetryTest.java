package io.clientele.ingest.ga4;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.Topics;
import io.clientele.ingest.ReceivedEvent;
import io.clientele.ingest.identity.LinkLimit;
import io.clientele.ingest.streams.IngestTopology;
import io.clientele.runtime.streams.Quarantine;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class Ga4RetryTest {

  private static final RecordFormat<ReceivedEvent> RECEIVED = RecordFormat.of(ReceivedEvent.class);
  private static final RecordFormat<CustomerEvent> EVENTS = RecordFormat.of(CustomerEvent.class);

  @TempDir private Path state;

  @Test
  void requestThatIsSentAgainChangesNothing() {
    Ga4 shop = new Ga4();
    String body = Ga4.body("{\"name\":\"x\"},{\"name\":\"x\"},{\"name\":\"y\"}");
    shop.collect(body);
    shop.collect(body, Ga4.NOW.plusSeconds(3600));

    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "ingest-service");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    Quarantine quarantine = new Quarantine("ingest-service", each -> {});
    try (TopologyTestDriver driver =
        new TopologyTestDriver(IngestTopology.of(quarantine, new LinkLimit(1)), settings)) {
      TestInputTopic<String, byte[]> received =
          driver.createInputTopic(
              Topics.RECEIVED_EVENTS.name(), new StringSerializer(), new ByteArraySerializer());
      for (ReceivedEvent each : shop.desk.log().received()) {
        received.pipeInput(each.key(), RECEIVED.write(each), each.receivedAt());
      }
      assertThat(
              driver
                  .createOutputTopic(
                      Topics.CUSTOMER_EVENTS.name(),
                      new StringDeserializer(),
                      new ByteArrayDeserializer())
                  .readValuesToList())
          .extracting(value -> EVENTS.read(value).eventId())
          .containsExactlyElementsOf(shop.eventIds().subList(0, 3));
    }
  }
}
