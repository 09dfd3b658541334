package io.clientele.profile.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerMerge;
import io.clientele.contract.Money;
import io.clientele.contract.Payload;
import io.clientele.contract.RejectedEvent;
import io.clientele.profile.Events;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the topology cannot take goes to quarantine, and the flow goes on. */
final class ProfileQuarantineTest extends WithPipeline {

  private static final Instant NOON = Events.NOON;

  @Test
  void whatCannotBeReadOrFoldedIsQuarantinedAndTheFlowGoesOn() {
    pipeline.events.pipeInput("ada", "{".getBytes(UTF_8), NOON);
    pipeline.events.pipeInput("bob", ProfilePipeline.json("ada", 0, Events.view(null)), NOON);
    pipeline.events.pipeInput(
        "ada",
        ProfilePipeline.json(
            "ada",
            0,
            new Payload.OrderRefunded(null, new Money(Events.money("1").amount(), "EUR"), null)),
        NOON);
    pipeline.merges.pipeInput("ada", "7".getBytes(UTF_8), NOON);
    pipeline.moves.pipeInput("ada", "{\"via\":\"bob\"}".getBytes(UTF_8), NOON);
    pipeline.send("ada", 1, Events.order("o-1", "10"));

    assertThat(pipeline.rejected.readValuesToList())
        .extracting(RejectedEvent::place)
        .containsExactly(
            "customer-events-0@0",
            "customer-events-0@1",
            "customer-events-0@2",
            "customer-merges-0@0",
            "profile-service-part-moves-0@0");
    assertThat(pipeline.profileOf("ada").purchases().orders()).isEqualTo(1);
  }

  @Test
  void customerThatWouldOutgrowARowStaysAsItIsAndTheFlowGoesOn() {
    String name = "x".repeat(1_000);
    List<CustomerMerge.Link> links =
        IntStream.range(0, 5_000)
            .mapToObj(n -> new CustomerMerge.Link("link-" + n, name + n, "alias", null, NOON))
            .toList();
    pipeline.merge(new CustomerMerge("ada", "bob", links));
    pipeline.send("ada", 1, Events.order("o-1", "10"));

    assertThat(pipeline.rejected.readValuesToList())
        .extracting(RejectedEvent::reason)
        .containsExactly("customer-too-large");
    assertThat(pipeline.profileOf("ada").purchases().orders()).isEqualTo(1);
  }

  @Test
  void nameTooLongToBeReadAgainIsQuarantined() {
    pipeline.send("ada", 0, Events.order("o".repeat(60_000), "10"));
    pipeline.merge("ada", "b".repeat(60_000));
    pipeline.send("ada", 1, Events.order("o-1", "10"));

    assertThat(pipeline.rejected.readValuesToList()).hasSize(2);
    assertThat(pipeline.profileOf("ada").purchases().orders()).isEqualTo(1);
  }

  @Test
  void numberThatCouldNotBeReadAgainIsQuarantined() {
    String rich = new String(ProfilePipeline.json("ada", 0, wealth(12_345)), UTF_8);
    pipeline.events.pipeInput("ada", rich.replace("12345", "1e3000").getBytes(UTF_8), NOON);
    pipeline.send("ada", 1, wealth(67_890));

    assertThat(pipeline.rejected.readValuesToList()).hasSize(1);
    assertThat(pipeline.profileOf("ada").traits().get("wealth").value()).isEqualTo(67_890);
  }

  @Test
  void eventLongBeforeItsTimeIsQuarantined() {
    String now = new String(ProfilePipeline.json("ada", 0, Events.view(null)), UTF_8);
    pipeline.events.pipeInput(
        "ada",
        now.replace("\"occurredAt\":\"2026-", "\"occurredAt\":\"2100-").getBytes(UTF_8),
        NOON);

    assertThat(pipeline.rejected.readValuesToList())
        .singleElement()
        .satisfies(refusal -> assertThat(refusal.detail()).contains("more than a day after"));
  }

  @Test
  void timeAtWhichNobodyCanHaveLivedIsQuarantined() {
    String today = new String(ProfilePipeline.json("ada", 0, Events.view(null)), UTF_8);
    pipeline.events.pipeInput("ada", today.replace("2026-", "1899-").getBytes(UTF_8), NOON);
    pipeline.events.pipeInput("ada", today.replace("2026-", "2200-").getBytes(UTF_8), NOON);

    assertThat(pipeline.rejected.readValuesToList()).hasSize(2);
    assertThat(pipeline.profiles.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "mug", "Cups"})
  void textWithHalfACharacterIsQuarantinedAsItCame(String text) {
    String sent = new String(ProfilePipeline.json("ada", 0, Events.view("Cups")), UTF_8);
    String torn = sent.replace(text, "\\ud83d");
    pipeline.events.pipeInput("ada", torn.getBytes(UTF_8), NOON);
    pipeline.send("ada", 1, Events.order("o-1", "10"));

    assertThat(pipeline.rejected.readValuesToList())
        .extracting(RejectedEvent::payload)
        .containsExactly(torn);
    assertThat(pipeline.profileOf("ada").purchases().orders()).isEqualTo(1);
  }

  @Test
  void linkWithHalfACharacterIsQuarantined() {
    String merge =
        """
        {"customerId":"ada","canonicalId":"bob","links":[
          {"id":"1","with":"bob","cause":"\\udc00","at":"2026-03-01T12:00:00Z"}]}""";
    pipeline.merges.pipeInput("ada", merge.getBytes(UTF_8), NOON);

    assertThat(pipeline.rejected.readValuesToList()).hasSize(1);
  }

  private static Payload wealth(int amount) {
    return new Payload.TraitsChanged(Map.of("wealth", amount));
  }
}
