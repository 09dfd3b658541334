package io.clientele.ingest.streams;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import io.clientele.contract.Topic;
import io.clientele.contract.Topics;
import io.clientele.ingest.ReceivedEvent;
import io.clientele.ingest.identity.Component;
import io.clientele.ingest.identity.LinkLimit;
import io.clientele.runtime.streams.Quarantine;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology with its topics, for tests. */
final class IngestPipeline implements AutoCloseable {

  final TopologyTestDriver driver;
  final TestInputTopic<String, byte[]> received;
  final TestInputTopic<String, byte[]> links;
  final TestInputTopic<String, byte[]> catalogue;
  final TestOutputTopic<String, CustomerEvent> events;
  final TestOutputTopic<String, CustomerMerge> merges;
  final TestOutputTopic<String, RejectedEvent> rejected;

  IngestPipeline(Path state) {
    this(state, Component.MOST_LINKS);
  }

  /** The topology under another limit of links. */
  IngestPipeline(Path state, int mostLinks) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "ingest-service");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    driver =
        new TopologyTestDriver(
            IngestTopology.of(
                new Quarantine("ingest-service", each -> {}), new LinkLimit(mostLinks)),
            settings);
    received = input(Topics.RECEIVED_EVENTS);
    links = input(Topics.IDENTITY_LINKS);
    catalogue = input(Topics.CATALOG_ITEMS);
    events = output(Topics.CUSTOMER_EVENTS, CustomerEvent.class);
    merges = output(Topics.CUSTOMER_MERGES, CustomerMerge.class);
    rejected = output(Topics.REJECTED_EVENTS, RejectedEvent.class);
  }

  @Override
  public void close() {
    driver.close();
  }

  void send(ReceivedEvent event) {
    received.pipeInput(
        event.key(), RecordFormat.of(ReceivedEvent.class).write(event), event.receivedAt());
  }

  /** What a log that keeps as long as this topic would still have. */
  List<TestRecord<String, byte[]>> kept(Topic topic) {
    List<TestRecord<String, byte[]>> all =
        driver
            .createOutputTopic(topic.name(), new StringDeserializer(), new ByteArrayDeserializer())
            .readRecordsToList();
    if (!(topic.kept() instanceof Topic.Kept.Latest)) {
      return all;
    }
    Map<String, TestRecord<String, byte[]>> latest = new LinkedHashMap<>();
    for (TestRecord<String, byte[]> record : all) {
      latest.remove(record.key());
      latest.put(record.key(), record);
    }
    return List.copyOf(latest.values());
  }

  /** The newest of each customer, of those not read yet. */
  Map<String, CustomerMerge> lastMerges() {
    Map<String, CustomerMerge> last = new LinkedHashMap<>();
    merges.readValuesToList().forEach(merge -> last.put(merge.customerId(), merge));
    return last;
  }

  private TestInputTopic<String, byte[]> input(Topic topic) {
    return driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer());
  }

  <T> TestOutputTopic<String, T> output(Topic topic, Class<T> type) {
    return driver.createOutputTopic(
        topic.name(), new StringDeserializer(), RecordFormat.of(type).serde().deserializer());
  }
}
