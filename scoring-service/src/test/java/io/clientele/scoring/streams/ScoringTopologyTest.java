package io.clientele.scoring.streams;

import static io.clientele.scoring.Histories.day;
import static io.clientele.scoring.Histories.history;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.HistoryRecord;
import io.clientele.contract.MergedInto;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import io.clientele.contract.Topics;
import io.clientele.runtime.streams.Quarantine;
import io.clientele.scoring.rfm.LiveBases;
import io.clientele.testing.GoldenFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoringTopologyTest {

  private static final Instant NOW = Instant.parse("2026-03-31T00:00:00Z");
  private static final RecordFormat<HistoryRecord> FORMAT = RecordFormat.of(HistoryRecord.class);

  private final LiveBases bases = new LiveBases();
  private final Topology topology =
      ScoringTopology.of(bases, new Quarantine("scoring-service", rejected -> {}));

  private TopologyTestDriver driver;
  private TestInputTopic<String, byte[]> histories;
  private TestOutputTopic<String, RejectedEvent> rejected;
  private StoredHistories stored;

  @BeforeEach
  void start(@TempDir Path stateDir) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "scoring-service");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    driver = new TopologyTestDriver(topology, settings, NOW);
    histories =
        driver.createInputTopic(
            Topics.PURCHASE_HISTORIES.name(), new StringSerializer(), new ByteArraySerializer());
    rejected =
        driver.createOutputTopic(
            Topics.REJECTED_EVENTS.name(),
            new StringDeserializer(),
            RecordFormat.of(RejectedEvent.class).serde().deserializer());
    stored = new StoredHistories(bases, new DriverStores(driver));
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void topologyIsTheOneAgreed() {
    GoldenFile.named("topology.txt").assertEquals(topology.describe().toString());
  }

  @Test
  void newestHistoryOfACustomerIsKept() {
    HistoryRecord newest = history("ada", day("2026-03-01", 1, "10"), day("2026-03-02", 1, "4"));

    send("ada", history("ada", day("2026-03-01", 1, "10")));
    send("ada", newest);

    assertThat(stored.find("ada")).contains(newest);
    assertThat(stored.live(NOW).base().byOrders()).containsOnly(Map.entry(2L, 1L));
  }

  @Test
  void repeatedHistoryChangesNothing() {
    send("ada", history("ada", day("2026-03-01", 1, "10")));
    send("bo", history("bo", day("2026-03-02", 2, "20")));
    var once = stored.live(NOW);

    send("ada", history("ada", day("2026-03-01", 1, "10")));

    assertThat(stored.live(NOW)).isEqualTo(once);
  }

  @Test
  void historyWithADayThatCameLateReplacesTheOneWithoutIt() {
    send("ada", history("ada", day("2026-03-01", 1, "10")));

    send("ada", history("ada", day("2026-01-15", 1, "3"), day("2026-03-01", 1, "10")));

    Instant february = Instant.parse("2026-02-01T00:00:00Z");
    assertThat(stored.asOf(february).base().customers()).isEqualTo(1);
    assertThat(stored.live(NOW).base().byOrders()).containsOnly(Map.entry(2L, 1L));
  }

  @Test
  void mergedCustomerPointsOnAndLeavesTheBase() {
    send("ada", history("ada", day("2026-03-01", 1, "10")));

    send("ada", new MergedInto("ada", "bo"));

    assertThat(stored.find("ada")).contains(new MergedInto("ada", "bo"));
    assertThat(stored.live(NOW).base().customers()).isZero();
    assertThat(stored.asOf(NOW).base().customers()).isZero();
  }

  @Test
  void tombstoneForgetsTheCustomer() {
    send("ada", history("ada", day("2026-03-01", 1, "10")));

    histories.pipeInput("ada", null);
    histories.pipeInput("ada", null);

    assertThat(stored.find("ada")).isEmpty();
    assertThat(stored.live(NOW).base().customers()).isZero();
  }

  @Test
  void poisonRecordIsQuarantinedAndTheFlowGoesOn() {
    send("ada", history("ada", day("2026-03-01", 1, "10")));

    histories.pipeInput("ada", "{\"customerId\":".getBytes(UTF_8));
    send("bo", history("bo", day("2026-03-02", 1, "10")));

    assertThat(rejected.readValuesToList())
        .singleElement()
        .satisfies(
            poison -> {
              assertThat(poison.reason()).isEqualTo(Quarantine.MALFORMED);
              assertThat(poison.payload()).isEqualTo("{\"customerId\":");
            });
    assertThat(stored.find("ada")).isPresent();
    assertThat(stored.live(NOW).base().customers()).isEqualTo(2);
  }

  @Test
  void historyUnderAnotherCustomersKeyIsQuarantined() {
    send("bo", history("ada", day("2026-03-01", 1, "10")));
    send(null, history("ada", day("2026-03-01", 1, "10")));

    assertThat(rejected.readValuesToList()).hasSize(2);
    assertThat(stored.find("bo")).isEmpty();
  }

  @Test
  void liveBaseIsTheOneOfAllHistories() {
    for (int customer = 0; customer < 20; customer++) {
      send("c" + customer, history("c" + customer, day("2026-03-1" + customer % 7, 1, "2.5")));
    }
    send("prospect", history("prospect"));
    send("hasty", history("hasty", day("2026-04-02", 1, "10")));

    assertThat(stored.live(NOW)).isEqualTo(stored.asOf(NOW));
    Instant later = NOW.plus(Duration.ofDays(5));
    assertThat(stored.live(later)).isEqualTo(stored.asOf(later));
    assertThat(stored.live(later).base().customers()).isEqualTo(21);
  }

  private void send(String key, HistoryRecord history) {
    histories.pipeInput(key, FORMAT.write(history));
  }

  /** The test driver has one partition. */
  private record DriverStores(TopologyTestDriver driver) implements StoredHistories.Stores {

    @Override
    public ReadOnlyKeyValueStore<String, HistoryRecord> all() {
      return driver.getKeyValueStore(ScoringTopology.HISTORIES);
    }

    @Override
    public ReadOnlyKeyValueStore<String, HistoryRecord> of(int partition) {
      return all();
    }
  }
}
