package io.clientele.profile.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerProfile;
import io.clientele.contract.MergedInto;
import io.clientele.contract.Money;
import io.clientele.contract.Payload;
import io.clientele.contract.ProfileRecord;
import io.clientele.contract.PurchaseHistory;
import io.clientele.contract.PurchaseHistory.Cause;
import io.clientele.contract.RejectedEvent;
import io.clientele.contract.profile.Affinity;
import io.clientele.contract.profile.Purchases;
import io.clientele.contract.profile.Window;
import io.clientele.profile.Events;
import io.clientele.testing.GoldenFile;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProfileTopologyTest extends WithPipeline {

  private static final Instant NOON = Events.NOON;

  @Test
  void topologyIsWhatOperatorsKnow() {
    GoldenFile.named("topology.txt").assertEquals(pipeline.topology.describe().toString());
  }

  @Test
  void purchaseShowsInProfileAndHistory() {
    pipeline.send("ada", 0, Events.order("o-1", "7.650"));

    CustomerProfile profile = pipeline.profileOf("ada");
    assertThat(profile.purchases().orders()).isEqualTo(1);
    assertThat(profile.purchases().netRevenue()).isEqualTo(Events.money("7.65"));
    assertThat(profile.purchases().hours().get(12)).isEqualTo(1);
    assertThat(profile.purchases().weekdays().get(6)).isEqualTo(1);
    assertThat(pipeline.histories.readValuesToList())
        .containsExactly(
            new PurchaseHistory(
                "ada",
                NOON,
                "USD",
                List.of(new PurchaseHistory.Day(NOON, NOON, 1, new BigDecimal("7.65"))),
                List.of(LocalDate.parse("2026-03-01")),
                new Cause(Cause.Kind.FIRST_SEEN, "e-" + NOON + "OrderCompleted", NOON)));
  }

  @Test
  void historyIsWrittenOncePerDayOfMereActivity() {
    pipeline.send("ada", 0, Events.view("kitchen"));
    pipeline.send("ada", 1, Events.view("kitchen"));
    pipeline.send("ada", 60 * 24, Events.view("garden"));

    assertThat(pipeline.profiles.readValuesToList()).hasSize(3);
    assertThat(pipeline.histories.readValuesToList()).hasSize(2);
  }

  @Test
  void recordThatIsDatedInTheFutureDatesNobodyElse() {
    CustomerEvent early = ProfilePipeline.event("bob", 0, Events.view("kitchen"));
    pipeline.send(early, NOON.plus(Duration.ofDays(10_000)));
    pipeline.send("ada", 0, Events.view("kitchen"));

    assertThat(pipeline.profileOf("ada").asOf()).isEqualTo(NOON);
  }

  @Test
  void lateRefundTakesItsOrderBack() {
    pipeline.send("ada", 10, Events.refund("o-1", null));
    pipeline.send("ada", 0, Events.order("o-1", "10"));

    Purchases purchases = pipeline.profileOf("ada").purchases();
    assertThat(purchases.orders()).isZero();
    assertThat(purchases.refunded()).isEqualTo(Events.money("10"));
  }

  @Test
  void orderCountsInTheBaseCurrencyWhateverItWasChargedIn() {
    Money charged = new Money(Events.money("9").amount(), "EUR");
    pipeline.send(
        "ada", 0, new Payload.OrderCompleted("o-1", Events.money("10"), charged, null, null, null));
    pipeline.send("ada", 1, new Payload.OrderRefunded("o-1", Events.money("4"), charged, null));

    assertThat(pipeline.profileOf("ada").purchases().netRevenue()).isEqualTo(Events.money("6"));
  }

  @Test
  void deviceMovesToWhomItIsLinkedAndItsLateEventsFollow() {
    pipeline.send("anonymous:phone", 0, Events.view("kitchen"));
    pipeline.send("ada", 5, Events.order("o-1", "10"));
    pipeline.merge("anonymous:phone", "ada");
    pipeline.send("anonymous:phone", 1, Events.view("kitchen"));

    Map<String, ProfileRecord> latest = pipeline.profiles.readKeyValuesToMap();
    assertThat(latest.get("anonymous:phone")).isEqualTo(new MergedInto("anonymous:phone", "ada"));
    CustomerProfile ada = (CustomerProfile) latest.get("ada");
    assertThat(ada.identities())
        .extracting(id -> id.id() + " " + id.links().size())
        .containsExactly("ada 0", "phone 1");
    assertThat(ada.activity().get(Window.LIFE).productViews()).isEqualTo(2);
    assertThat(ada.preferences().categories()).extracting(Affinity::name).contains("kitchen");
    assertThat(ada.firstSeenAt()).isEqualTo(NOON);
    assertThat(pipeline.histories.readKeyValuesToMap().get("anonymous:phone"))
        .isEqualTo(new MergedInto("anonymous:phone", "ada"));
  }

  @Test
  void mergeBeforeAnyEventIsFollowed() {
    pipeline.merge("anonymous:phone", "ada");

    assertThat(pipeline.profiles.readKeyValuesToMap())
        .containsExactly(Map.entry("anonymous:phone", new MergedInto("anonymous:phone", "ada")));
  }

  @Test
  void canonicalIdStandsForDeviceAndKnownIdAndASplitUndoesIt() {
    pipeline.send("anonymous:phone", 0, Events.view("kitchen"));
    pipeline.send("ada@shop", 1, Events.order("o-1", "10"));
    pipeline.send("ada", 2, Events.order("o-2", "5"));
    pipeline.merge("anonymous:phone", "ada@shop");
    pipeline.merge("ada@shop", "ada");
    assertThat(pipeline.profileOf("ada").purchases().netRevenue()).isEqualTo(Events.money("15"));

    pipeline.split("ada@shop");

    Map<String, ProfileRecord> latest = pipeline.profiles.readKeyValuesToMap();
    assertThat(netRevenue(latest.get("ada"))).isEqualTo(Events.money("5"));
    assertThat(netRevenue(latest.get("ada@shop"))).isEqualTo(Events.money("10"));
    assertThat(((CustomerProfile) latest.get("ada@shop")).identities())
        .extracting(CustomerProfile.Identity::id)
        .containsExactly("ada@shop", "phone");
  }

  @Test
  void canonicalIdThatOnlyHeldOthersVanishesWithTheSplit() {
    pipeline.send("bob", 0, Events.order("o-1", "10"));
    pipeline.merge("bob", "ada");
    assertThat(pipeline.profileOf("ada").customerId()).isEqualTo("ada");

    pipeline.merges.pipeInput("bob", null, NOON);

    assertThat(pipeline.profiles.readKeyValuesToMap())
        .containsEntry("ada", null)
        .containsKey("bob");
    assertThat(pipeline.histories.readKeyValuesToMap()).containsEntry("ada", null);
  }

  @Test
  void repeatedMergeAndTombstonesOfEventsChangeNothing() {
    pipeline.send("bob", 0, Events.order("o-1", "10"));
    pipeline.merge("bob", "ada");
    pipeline.profiles.readValuesToList();

    pipeline.merge("bob", "ada");
    pipeline.events.pipeInput("bob", null, NOON);

    assertThat(pipeline.profiles.isEmpty()).isTrue();
    assertThat(pipeline.rejected.isEmpty()).isTrue();
  }

  @Test
  void profilesCarryCloudEventAttributes() {
    pipeline.send("ada", 0, Events.view("kitchen"));

    assertThat(pipeline.profiles.readRecord().headers().toArray())
        .extracting(header -> header.key() + "=" + new String(header.value(), UTF_8))
        .contains("ce_type=io.clientele.CustomerProfile", "ce_source=/clientele/profile-service");
  }

  @Test
  void machineMakesNobodyKnownAndIsCounted() {
    pipeline.send(Events.byBot(ProfilePipeline.event("crawler", 0, Events.order("o-1", "10"))));

    assertThat(pipeline.profiles.isEmpty()).isTrue();
    assertThat(pipeline.histories.isEmpty()).isTrue();
    assertThat(pipeline.bots).hasValue(1);
  }

  @Test
  void machineChangesNothingOfACustomerAndOfNobodyTheCustomerIsMergedInto() {
    pipeline.send("bob", 0, Events.order("o-1", "10"));
    pipeline.merge("bob", "ada");
    pipeline.profiles.readValuesToList();
    pipeline.histories.readValuesToList();

    pipeline.send(Events.byBot(ProfilePipeline.event("bob", 60 * 24, Events.cancellation("o-1"))));

    assertThat(pipeline.profiles.isEmpty()).isTrue();
    assertThat(pipeline.histories.isEmpty()).isTrue();
  }

  @Test
  void idThatTooManyShareIsStoppedAndReported() {
    for (String device : List.of("anonymous:a", "anonymous:b", "anonymous:c")) {
      pipeline.send(device, 0, Events.view("kitchen"));
      pipeline.merge(device, "test");
    }
    pipeline.send("anonymous:c", 1, Events.view("kitchen"));
    pipeline.send("test", 2, Events.view("kitchen"));

    assertThat(pipeline.rejected.readValuesToList())
        .extracting(RejectedEvent::reason)
        .containsExactly("too-many-identities");
    CustomerProfile test = pipeline.profileOf("test");
    assertThat(test.identities()).hasSize(3);
    assertThat(test.activity().get(Window.LIFE).productViews()).isEqualTo(3);
  }

  @Test
  void orderBeyondTheBoundIsReportedAndTheFlowGoesOn() {
    for (int order = 0; order < 5; order++) {
      pipeline.send("ada", order, Events.order("o-" + order, "10"));
    }
    pipeline.send("ada", 9, Events.refund("o-0", "4"));

    assertThat(pipeline.rejected.readValuesToList())
        .extracting(RejectedEvent::reason)
        .containsExactly("too-many-orders", "too-many-orders");
    assertThat(netRevenue(pipeline.profileOf("ada"))).isEqualTo(Events.money("26"));
  }

  private static Money netRevenue(ProfileRecord profile) {
    return ((CustomerProfile) profile).purchases().netRevenue();
  }
}
