package io.clientele.lifecycle.streams;

import static io.clientele.lifecycle.Customer.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.HistoryRecord;
import io.clientele.contract.LifecycleAlert;
import io.clientele.contract.LifecycleState;
import io.clientele.contract.LifecycleTransition;
import io.clientele.contract.MergedInto;
import io.clientele.contract.PurchaseHistory;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import io.clientele.contract.Topics;
import io.clientele.lifecycle.Customer;
import io.clientele.lifecycle.LifecycleEntry;
import io.clientele.lifecycle.Policies;
import io.clientele.runtime.streams.Quarantine;
import io.clientele.testing.GoldenFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifecycleTopologyTest {

  private static final RecordFormat<HistoryRecord> HISTORIES = RecordFormat.of(HistoryRecord.class);
  private static final PurchaseHistory ADA = Customer.seen("ada", 0).buying(0, "300").history();

  private final List<RejectedEvent> counted = new ArrayList<>();
  private final Topology topology =
      LifecycleTopology.of(Policies.FOLLOWER, new Quarantine("lifecycle-service", counted::add));
  private TopologyTestDriver driver;
  private TestInputTopic<String, byte[]> histories;
  private TestOutputTopic<String, LifecycleTransition> transitions;
  private TestOutputTopic<String, LifecycleAlert> alerts;
  private TestOutputTopic<String, RejectedEvent> rejected;

  @BeforeEach
  void start(@TempDir Path state) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "lifecycle-service");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    driver = new TopologyTestDriver(topology, settings, at(0));
    histories =
        driver.createInputTopic(
            Topics.PURCHASE_HISTORIES.name(), new StringSerializer(), new ByteArraySerializer());
    transitions = output(Topics.LIFECYCLE_TRANSITIONS.name(), LifecycleTransition.class);
    alerts = output(Topics.LIFECYCLE_ALERTS.name(), LifecycleAlert.class);
    rejected = output(Topics.REJECTED_EVENTS.name(), RejectedEvent.class);
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void topologyIsWhatItWas() {
    GoldenFile.named("topology.txt").assertEquals(topology.describe().toString());
  }

  @Test
  void customerBuysSlipsAndIsLostAsTimePasses() {
    send("ada", ADA);
    driver.advanceWallClockTime(Duration.ofDays(43));
    driver.advanceWallClockTime(Duration.ofDays(400));

    assertThat(toldStates())
        .containsExactly(LifecycleState.NEW, LifecycleState.AT_RISK, LifecycleState.CHURNED);
    assertThat(alerts.readValue().customerId()).isEqualTo("ada");
    assertThat(alerts.isEmpty()).isTrue();
    assertThat(timers()).isZero();
  }

  @Test
  void customerHasOneTimerHoweverManyHistoriesArrive() {
    send("ada", ADA);
    send("ada", Customer.bought("ada", List.of(0, 1)));
    send("ada", Customer.bought("ada", List.of(0, 1, 2)));
    send("bea", Customer.bought("bea", List.of(0)));

    assertThat(timers()).isEqualTo(2);
  }

  @Test
  void repeatedHistorySaysNothingAgain() {
    send("ada", ADA);
    send("ada", ADA);

    assertThat(toldStates()).containsExactly(LifecycleState.NEW);
  }

  @Test
  void latePurchaseCorrectsWhatWasTold() {
    send("ada", ADA);
    driver.advanceWallClockTime(Duration.ofDays(43));
    transitions.readKeyValuesToList();
    alerts.readValue();

    send("ada", Customer.seen("ada", 0).buying(0, "300").buying(30, "5").history());

    LifecycleTransition correction = transitions.readValue();
    assertThat(correction.to()).isEqualTo(LifecycleState.ACTIVE);
    assertThat(correction.effectiveAt()).isEqualTo(at(30));
    assertThat(correction.correction()).isTrue();
    assertThat(alerts.readValue().withdrawn()).isTrue();
  }

  @Test
  void tombstoneLeavesNothingBehind() {
    send("ada", ADA);

    histories.pipeInput("ada", null);
    driver.advanceWallClockTime(Duration.ofDays(400));

    assertThat(toldStates()).containsExactly(LifecycleState.NEW);
    assertThat(entry("ada")).isNull();
    assertThat(timers()).isZero();
  }

  @Test
  void mergedIdLeavesItsRedirectAndNoTimer() {
    send("ada", ADA);

    send("ada", new MergedInto("ada", "bea"));

    assertThat(entry("ada").record()).isEqualTo(new MergedInto("ada", "bea"));
    assertThat(timers()).isZero();
  }

  @Test
  void poisonIsQuarantinedAndTheFlowGoesOn() {
    histories.pipeInput("eve", "not json".getBytes(StandardCharsets.UTF_8));
    send("ada", ADA);

    assertThat(rejected.readValue().payload()).isEqualTo("not json");
    assertThat(counted).hasSize(1);
    assertThat(toldStates()).containsExactly(LifecycleState.NEW);
  }

  @Test
  void historyThatTimesCannotBeComputedFromIsQuarantined() {
    PurchaseHistory early =
        new PurchaseHistory("eve", Instant.parse("+999999999-01-01T00:00:00Z"), "USD", null, null);
    PurchaseHistory unordered = Customer.seen("eve", 0).buying(5, "1").buying(3, "1").history();

    send("eve", early);
    send("eve", unordered);
    send("mallory", ADA);
    send(null, ADA);

    assertThat(rejected.readValuesToList())
        .extracting(RejectedEvent::detail)
        .containsExactly(
            "firstSeenAt is before 1900 or after 2200",
            "days are not in order or not between 1900 and 2200",
            "the key is not the customer's id",
            "the key is not the customer's id");
    assertThat(transitions.isEmpty()).isTrue();
  }

  @Test
  void historyThatCannotBeAddedUpIsQuarantinedBeforeATimerMeetsIt() {
    String good = new String(HISTORIES.write(ADA), StandardCharsets.UTF_8);

    sendText("ada", good.replace("\"USD\"", "\"dollars\""));
    sendText("ada", good.replaceAll("\"revenue\":\"?300\"?", "\"revenue\":1e9999999"));
    driver.advanceWallClockTime(Duration.ofDays(43));

    assertThat(rejected.readValuesToList()).hasSize(2);
    assertThat(transitions.isEmpty()).isTrue();
  }

  private void sendText(String customerId, String json) {
    histories.pipeInput(customerId, json.getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
  }

  private void send(String customerId, HistoryRecord record) {
    histories.pipeInput(customerId, HISTORIES.write(record), Instant.EPOCH);
  }

  private List<LifecycleState> toldStates() {
    return transitions.readValuesToList().stream().map(LifecycleTransition::to).toList();
  }

  private LifecycleEntry entry(String customerId) {
    KeyValueStore<String, LifecycleEntry> store =
        driver.getKeyValueStore(LifecycleTopology.LIFECYCLES);
    return store.get(customerId);
  }

  private int timers() {
    KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore(LifecycleTopology.TIMERS);
    int timers = 0;
    try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
      while (all.hasNext()) {
        all.next();
        timers++;
      }
    }
    return timers;
  }

  private <T> TestOutputTopic<String, T> output(String topic, Class<T> type) {
    return driver.createOutputTopic(
        topic, new StringDeserializer(), RecordFormat.of(type).serde().deserializer());
  }
}
