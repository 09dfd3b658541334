package io.clientele.profile.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.CustomerProfile;
import io.clientele.contract.HistoryRecord;
import io.clientele.contract.MergedInto;
import io.clientele.contract.Money;
import io.clientele.contract.Payload;
import io.clientele.contract.ProfileRecord;
import io.clientele.contract.PurchaseHistory;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import io.clientele.contract.Topics;
import io.clientele.profile.Events;
import io.clientele.runtime.streams.Quarantine;
import io.clientele.testing.GoldenFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProfileTopologyTest {

  private static final Instant NOON = Events.NOON;
  private static final RecordFormat<CustomerEvent> EVENT = RecordFormat.of(CustomerEvent.class);
  private static final RecordFormat<CustomerMerge> MERGE = RecordFormat.of(CustomerMerge.class);

  private TopologyTestDriver driver;
  private TestInputTopic<String, byte[]> events;
  private TestInputTopic<String, byte[]> merges;
  private TestInputTopic<String, byte[]> moves;
  private TestOutputTopic<String, ProfileRecord> profiles;
  private TestOutputTopic<String, HistoryRecord> histories;
  private TestOutputTopic<String, RejectedEvent> rejected;

  @BeforeEach
  void start(@TempDir Path stateDir) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "profile-service");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    driver = new TopologyTestDriver(topology(), settings, NOON);
    events = input(Topics.CUSTOMER_EVENTS.name());
    merges = input(Topics.CUSTOMER_MERGES.name());
    moves = input(ProfileTopology.PART_MOVES.name());
    profiles = output(Topics.CUSTOMER_PROFILES.name(), ProfileRecord.class);
    histories = output(Topics.PURCHASE_HISTORIES.name(), HistoryRecord.class);
    rejected = output(Topics.REJECTED_EVENTS.name(), RejectedEvent.class);
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void topologyIsWhatOperatorsKnow() {
    GoldenFile.named("topology.txt").assertEquals(topology().describe().toString());
  }

  @Test
  void purchaseShowsInProfileAndHistory() {
    send("ada", 0, Events.order("o-1", "7.650"));

    CustomerProfile profile = profileOf("ada");
    assertThat(profile.purchases().orders()).isEqualTo(1);
    assertThat(profile.purchases().netRevenue()).isEqualTo(Events.money("7.65"));
    assertThat(profile.purchases().hours().get(12)).isEqualTo(1);
    assertThat(profile.purchases().weekdays().get(6)).isEqualTo(1);
    assertThat(histories.readValuesToList())
        .containsExactly(
            new PurchaseHistory(
                "ada",
                NOON,
                "USD",
                List.of(new PurchaseHistory.Day(NOON, NOON, 1, Events.money("7.65").amount())),
                List.of(LocalDate.parse("2026-03-01"))));
  }

  @Test
  void historyIsWrittenOncePerDayOfMereActivity() {
    send("ada", 0, Events.view("kitchen"));
    send("ada", 1, Events.view("kitchen"));
    send("ada", 60 * 24, Events.view("garden"));

    assertThat(profiles.readValuesToList()).hasSize(3);
    assertThat(histories.readValuesToList()).hasSize(2);
  }

  @Test
  void lateRefundTakesItsOrderBack() {
    send("ada", 10, Events.refund("o-1", null));
    send("ada", 0, Events.order("o-1", "10"));

    CustomerProfile.Purchases purchases = profileOf("ada").purchases();
    assertThat(purchases.orders()).isZero();
    assertThat(purchases.refunded()).isEqualTo(Events.money("10"));
  }

  @Test
  void deviceMovesToWhomItIsLinkedAndItsLateEventsFollow() {
    send("anonymous:phone", 0, Events.view("kitchen"));
    send("ada", 5, Events.order("o-1", "10"));
    merge("anonymous:phone", "ada");
    send("anonymous:phone", 1, Events.view("kitchen"));

    Map<String, ProfileRecord> latest = profiles.readKeyValuesToMap();
    assertThat(latest.get("anonymous:phone")).isEqualTo(new MergedInto("anonymous:phone", "ada"));
    CustomerProfile ada = (CustomerProfile) latest.get("ada");
    assertThat(ada.identities())
        .containsExactly(
            new CustomerProfile.Identity("ada", true),
            new CustomerProfile.Identity("phone", false));
    assertThat(ada.interests().categories().get("kitchen")).isEqualByComparingTo("2");
    assertThat(ada.firstSeenAt()).isEqualTo(NOON);
    assertThat(histories.readKeyValuesToMap().get("anonymous:phone"))
        .isEqualTo(new MergedInto("anonymous:phone", "ada"));
  }

  @Test
  void mergeBeforeAnyEventIsFollowed() {
    merge("anonymous:phone", "ada");

    assertThat(profiles.readKeyValuesToMap())
        .containsExactly(Map.entry("anonymous:phone", new MergedInto("anonymous:phone", "ada")));
  }

  @Test
  void canonicalIdStandsForDeviceAndKnownIdAndASplitUndoesIt() {
    send("anonymous:phone", 0, Events.view("kitchen"));
    send("ada@shop", 1, Events.order("o-1", "10"));
    send("ada", 2, Events.order("o-2", "5"));
    merge("anonymous:phone", "ada@shop");
    merge("ada@shop", "ada");
    assertThat(profileOf("ada").purchases().netRevenue()).isEqualTo(Events.money("15"));

    merge("ada@shop", "ada@shop");

    Map<String, ProfileRecord> latest = profiles.readKeyValuesToMap();
    assertThat(netRevenue(latest.get("ada"))).isEqualTo(Events.money("5"));
    assertThat(netRevenue(latest.get("ada@shop"))).isEqualTo(Events.money("10"));
    assertThat(((CustomerProfile) latest.get("ada@shop")).identities())
        .extracting(CustomerProfile.Identity::id)
        .containsExactly("ada@shop", "phone");
  }

  @Test
  void canonicalIdThatOnlyHeldOthersVanishesWithTheSplit() {
    send("bob", 0, Events.order("o-1", "10"));
    merge("bob", "ada");
    assertThat(profileOf("ada").customerId()).isEqualTo("ada");

    merges.pipeInput("bob", null, NOON);

    assertThat(profiles.readKeyValuesToMap()).containsEntry("ada", null).containsKey("bob");
    assertThat(histories.readKeyValuesToMap()).containsEntry("ada", null);
  }

  @Test
  void repeatedMergeAndTombstonesOfEventsChangeNothing() {
    send("bob", 0, Events.order("o-1", "10"));
    merge("bob", "ada");
    profiles.readValuesToList();

    merge("bob", "ada");
    events.pipeInput("bob", null, NOON);

    assertThat(profiles.isEmpty()).isTrue();
    assertThat(rejected.isEmpty()).isTrue();
  }

  @Test
  void whatCannotBeReadOrFoldedIsQuarantinedAndTheFlowGoesOn() {
    events.pipeInput("ada", "{".getBytes(UTF_8), NOON);
    events.pipeInput("bob", EVENT.write(event("ada", 0, Events.view(null))), NOON);
    events.pipeInput(
        "ada",
        EVENT.write(
            event(
                "ada",
                0,
                new Payload.OrderRefunded(
                    null, new Money(Events.money("1").amount(), "EUR"), null))),
        NOON);
    merges.pipeInput("ada", "7".getBytes(UTF_8), NOON);
    moves.pipeInput("ada", "{\"via\":\"bob\"}".getBytes(UTF_8), NOON);
    send("ada", 1, Events.order("o-1", "10"));

    assertThat(rejected.readValuesToList())
        .extracting(RejectedEvent::place)
        .containsExactly(
            "customer-events-0@0",
            "customer-events-0@1",
            "customer-events-0@2",
            "customer-merges-0@0",
            "profile-service-part-moves-0@0");
    assertThat(profileOf("ada").purchases().orders()).isEqualTo(1);
  }

  @Test
  void customerThatWouldOutgrowATopicStaysAsItIsAndTheFlowGoesOn() {
    String days =
        IntStream.range(0, 200_000)
            .mapToObj(day -> "\"" + LocalDate.EPOCH.plusDays(day) + "\"")
            .collect(Collectors.joining(","));
    String part =
        "{\"activity\":{\"firstAt\":\"%s\",\"lastAt\":\"%s\"},\"activeDays\":{\"days\":[%s]}}"
            .formatted(NOON, NOON, days);
    moves.pipeInput(
        "ada",
        "{\"via\":\"bob\",\"partId\":\"bob\",\"put\":%s}".formatted(part).getBytes(UTF_8),
        NOON);
    send("ada", 1, Events.order("o-1", "10"));

    assertThat(rejected.readValuesToList())
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.place()).isEqualTo("profile-service-part-moves-0@0");
              assertThat(refusal.detail()).contains("outgrow");
              assertThat(refusal.payload()).isEqualTo("{\"via\":\"bob\",\"partId\":\"bob\"}");
            });
    CustomerProfile ada = profileOf("ada");
    assertThat(ada.identities()).hasSize(1);
    assertThat(ada.purchases().orders()).isEqualTo(1);
  }

  @Test
  void nameTooLongToBeReadAgainIsQuarantined() {
    send("ada", 0, Events.order("o".repeat(60_000), "10"));
    merge("ada", "b".repeat(60_000));
    send("ada", 1, Events.order("o-1", "10"));

    assertThat(rejected.readValuesToList()).hasSize(2);
    assertThat(profileOf("ada").purchases().orders()).isEqualTo(1);
  }

  @Test
  void wholePartFitsIntoAMoveAsTheLargestStateDoes() {
    int largest = Integer.parseInt(ProfileTopology.PART_MOVES.settings().get("max.message.bytes"));

    assertThat(ProfileTopology.MOST_STATE_BYTES).isLessThan(largest - 512 * 1024);
  }

  @Test
  void numberThatCouldNotBeReadAgainIsQuarantined() {
    String rich = new String(EVENT.write(event("ada", 0, wealth(12_345))), UTF_8);
    events.pipeInput("ada", rich.replace("12345", "1e3000").getBytes(UTF_8), NOON);
    send("ada", 1, wealth(67_890));

    assertThat(rejected.readValuesToList()).hasSize(1);
    assertThat(profileOf("ada").traits().get("wealth").value()).isEqualTo(67_890);
  }

  @Test
  void profilesCarryCloudEventAttributes() {
    send("ada", 0, Events.view("kitchen"));

    assertThat(profiles.readRecord().headers().toArray())
        .extracting(header -> header.key() + "=" + new String(header.value(), UTF_8))
        .contains("ce_type=io.clientele.CustomerProfile", "ce_source=/clientele/profile-service");
  }

  private static Topology topology() {
    return ProfileTopology.build(
        Events.CURRENCY, new Quarantine("profile-service", rejected -> {}));
  }

  private TestInputTopic<String, byte[]> input(String topic) {
    return driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer());
  }

  private <T> TestOutputTopic<String, T> output(String topic, Class<T> type) {
    return driver.createOutputTopic(
        topic, new StringDeserializer(), RecordFormat.of(type).serde().deserializer());
  }

  private void send(String customerId, int minute, Payload payload) {
    events.pipeInput(customerId, EVENT.write(event(customerId, minute, payload)), NOON);
  }

  private static CustomerEvent event(String customerId, int minute, Payload payload) {
    Instant at = NOON.plus(Duration.ofMinutes(minute));
    return Events.event(customerId, "e-" + at + payload.type(), at, payload);
  }

  private static Payload wealth(int amount) {
    return new Payload.TraitsChanged(Map.of("wealth", amount));
  }

  private void merge(String customerId, String canonicalId) {
    merges.pipeInput(
        customerId, MERGE.write(new CustomerMerge(customerId, canonicalId, List.of())), NOON);
  }

  private CustomerProfile profileOf(String customerId) {
    Map<String, ProfileRecord> latest = profiles.readKeyValuesToMap();
    return (CustomerProfile) latest.get(customerId);
  }

  private static Money netRevenue(ProfileRecord profile) {
    return ((CustomerProfile) profile).purchases().netRevenue();
  }
}
