package io.clientele.runtime.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerMerge;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import io.clientele.contract.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ParseRecordsTest {

  private static final String TOPIC = Topics.CUSTOMER_MERGES.name();
  private static final Instant RECEIVED = Instant.parse("2026-03-01T12:00:00Z");
  private static final RecordFormat<CustomerMerge> FORMAT = RecordFormat.of(CustomerMerge.class);
  private static final CustomerMerge MERGE = new CustomerMerge("b", "a", List.of());

  private final List<String> handedOn = new ArrayList<>();
  private final List<RejectedEvent> counted = new ArrayList<>();
  private TopologyTestDriver driver;
  private TestInputTopic<String, byte[]> merges;
  private TestOutputTopic<String, RejectedEvent> rejected;

  @BeforeEach
  void start() {
    Topology topology = new Topology();
    Streams.addSource(topology, "read", Topics.CUSTOMER_MERGES);
    topology
        .addProcessor(
            "parse",
            ParseRecords.supplier(
                FORMAT, ParseRecordsTest::keyFault, new Quarantine("test", counted::add), "use"),
            "read")
        .addProcessor("use", this::use, "parse");
    RejectedEventsSink.addTo(topology, "parse");
    driver = new TopologyTestDriver(topology, new Properties());
    merges = driver.createInputTopic(TOPIC, new StringSerializer(), new ByteArraySerializer());
    rejected =
        driver.createOutputTopic(
            Topics.REJECTED_EVENTS.name(),
            new StringDeserializer(),
            RecordFormat.of(RejectedEvent.class).serde().deserializer());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void recordIsHandedOnParsed() {
    merges.pipeInput("b", FORMAT.write(MERGE));

    assertThat(handedOn).containsExactly("b=" + MERGE);
    assertThat(rejected.isEmpty()).isTrue();
  }

  @Test
  void tombstoneIsHandedOn() {
    merges.pipeInput("b", null);

    assertThat(handedOn).containsExactly("b=null");
  }

  @Test
  void poisonIsRejectedWithPlaceReasonAndPayloadAndTheFlowGoesOn() {
    merges.pipeInput("b", FORMAT.write(MERGE));
    merges.pipeInput("b", "{\"customerId\":\"b\"}".getBytes(UTF_8), RECEIVED);
    merges.pipeInput("b", null);

    assertThat(rejected.readValuesToList())
        .containsExactly(
            new RejectedEvent(
                "test:customer-merges-0@1",
                "test",
                TOPIC,
                Quarantine.MALFORMED,
                null,
                "not a CustomerMerge: canonicalId is missing at the top, line 1, column 18",
                "customer-merges-0@1",
                null,
                "b",
                "{\"customerId\":\"b\"}",
                null,
                "utf-8",
                RECEIVED,
                null));
    assertThat(handedOn).containsExactly("b=" + MERGE, "b=null");
    assertThat(counted).hasSize(1);
  }

  @Test
  void rejectionIsKeyedByItsSourceAndSaysWhatItIs() {
    merges.pipeInput("b", "nonsense".getBytes(UTF_8), RECEIVED);

    TestRecord<String, RejectedEvent> record = rejected.readRecord();
    assertThat(record.key()).isEqualTo(TOPIC);
    assertThat(new String(record.headers().lastHeader("ce_type").value(), UTF_8))
        .isEqualTo("io.clientele.RejectedEvent");
  }

  @Test
  void recordThatBreaksTheReadersRuleIsRejected() {
    merges.pipeInput("c", FORMAT.write(MERGE));

    assertThat(rejected.readValuesToList())
        .extracting(RejectedEvent::detail)
        .containsExactly("the key is not the customer's");
    assertThat(handedOn).isEmpty();
  }

  @Test
  void recordWithNeitherKeyNorValueIsRejected() {
    merges.pipeInput((String) null, (byte[]) null);

    assertThat(rejected.readValuesToList())
        .extracting(RejectedEvent::detail)
        .containsExactly("a record with neither key nor value");
    assertThat(handedOn).isEmpty();
  }

  private static Optional<String> keyFault(String key, CustomerMerge merge) {
    return merge.customerId().equals(key)
        ? Optional.empty()
        : Optional.of("the key is not the customer's");
  }

  private ContextualProcessor<String, Object, Void, Void> use() {
    return new ContextualProcessor<>() {
      @Override
      public void process(Record<String, Object> record) {
        handedOn.add(record.key() + "=" + record.value());
      }
    };
  }
}
