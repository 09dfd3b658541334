package io.clientele.ingest.streams;

import static io.clientele.ingest.streams.ReceivedEvents.NOON;
import static io.clientele.ingest.streams.ReceivedEvents.alias;
import static io.clientele.ingest.streams.ReceivedEvents.event;
import static io.clientele.ingest.streams.ReceivedEvents.merge;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.EventContext;
import io.clientele.contract.IdentityLink;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import io.clientele.contract.Topics;
import io.clientele.ingest.ReceivedEvent;
import io.clientele.ingest.identity.Component;
import io.clientele.ingest.identity.Link;
import io.clientele.ingest.identity.LinkIds;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** Who is who: what the topology makes of logins, aliases, merges and their removal. */
final class IdentityTopologyTest extends WithPipeline {

  @Test
  void machineLinksNobody() {
    CustomerEvent seen = event("m", "d", "ada", NOON).event();
    pipeline.send(ReceivedEvent.of(byMachine(seen)));
    pipeline.send(event("n", "d", null, NOON));

    assertThat(pipeline.events.readValuesToList())
        .extracting(CustomerEvent::customerId)
        .containsExactly("ada", "anonymous:d");
    assertThat(pipeline.merges.isEmpty()).isTrue();
  }

  private static CustomerEvent byMachine(CustomerEvent event) {
    EventContext machine =
        new EventContext(null, null, null, null, null, true, null, null, null, null, null, null);
    return new CustomerEvent(
        event.eventId(),
        event.customerId(),
        event.identity(),
        event.anonymousId(),
        event.occurredAt(),
        event.receivedAt(),
        event.source(),
        event.channel(),
        event.sessionId(),
        machine,
        event.personal(),
        event.cleaned(),
        event.payload());
  }

  @Test
  void firstLoginLinksTheDeviceAndLaterOnesDoNot() {
    pipeline.send(event("1", "d", null, NOON));
    pipeline.send(event("2", "d", "ada", NOON));
    pipeline.send(event("3", "d", "bob", NOON));
    pipeline.send(event("4", "d", null, NOON));

    assertThat(pipeline.events.readValuesToList())
        .extracting(CustomerEvent::customerId)
        .containsExactly("anonymous:d", "ada", "bob", "bob");
    assertThat(pipeline.merges.readValuesToList())
        .extracting(CustomerMerge::customerId, CustomerMerge::canonicalId)
        .containsExactly(tuple("anonymous:d", "ada"));
  }

  @Test
  void aliasOfKnownIdsMergesThemIntoTheOlder() {
    pipeline.send(alias("1", null, "ada@shop", "ada"));

    assertThat(pipeline.merges.readValuesToList())
        .extracting(CustomerMerge::customerId, CustomerMerge::canonicalId)
        .containsExactlyInAnyOrder(tuple("ada", "ada"), tuple("ada@shop", "ada"));
    assertThat(pipeline.events.isEmpty()).isTrue();
  }

  @Test
  void mergeOfACrmIsALinkThatTellsItsCauseAndIsTakenOnce() {
    pipeline.send(merge("1", "b", "a"));
    pipeline.send(merge("1", "b", "a"));
    pipeline.send(alias("2", null, "b", "a"));

    assertThat(pipeline.output(Topics.IDENTITY_LINKS, IdentityLink.class).readValuesToList())
        .extracting(IdentityLink::cause)
        .containsExactly("merge", "alias");
    assertThat(pipeline.merges.readValuesToList())
        .extracting(CustomerMerge::customerId, CustomerMerge::canonicalId)
        .containsExactlyInAnyOrder(tuple("a", "a"), tuple("b", "a"));
    assertThat(pipeline.events.isEmpty()).isTrue();
  }

  @Test
  void aliasOfTheDeviceItselfIsALogin() {
    pipeline.send(alias("1", "d", "ada", "d"));

    assertThat(pipeline.merges.readValuesToList())
        .extracting(CustomerMerge::customerId)
        .containsExactly("anonymous:d");
  }

  @Test
  void removedLinkPartsWhatItJoined() {
    pipeline.send(alias("1", null, "b", "a"));
    pipeline.merges.readValuesToList();
    IdentityLink link =
        new IdentityLink(LinkIds.ofKnown("a", "b"), "a", "b", "merge", "default", NOON, true);

    pipeline.links.pipeInput(link.linkId(), RecordFormat.of(IdentityLink.class).write(link), NOON);

    assertThat(pipeline.merges.readValuesToList())
        .allMatch(merge -> merge.canonicalId().equals(merge.customerId()));
  }

  @Test
  void linkTooManyIsQuarantinedAndTheFlowGoesOn() {
    KeyValueStore<String, Component> components =
        pipeline.driver.getKeyValueStore(IngestTopology.COMPONENTS);
    KeyValueStore<String, String> canonicalIds =
        pipeline.driver.getKeyValueStore(IngestTopology.CANONICAL_IDS);
    components.put(
        "a",
        new Component(
            IntStream.range(0, Component.MOST_LINKS)
                .mapToObj(at -> held("a", "b" + at, at))
                .toList()));
    canonicalIds.put("a", "a");

    pipeline.send(alias("one", null, "one-more", "a"));
    pipeline.send(alias("other", null, "d", "c"));

    RejectedEvent refused = pipeline.rejected.readValue();
    assertThat(pipeline.rejected.isEmpty()).isTrue();
    assertThat(refused.reason()).isEqualTo("too-many-links");
    assertThat(refused.customer()).isEqualTo("one-more");
    assertThat(refused.place()).isEqualTo("identity-links-0@0");
    assertThat(RecordFormat.of(IdentityLink.class).read(refused.payload().getBytes(UTF_8)))
        .extracting(IdentityLink::previousId, IdentityLink::customerId)
        .containsExactly("a", "one-more");
    assertThat(pipeline.merges.readValuesToList())
        .extracting(CustomerMerge::customerId)
        .containsExactlyInAnyOrder("c", "d");
  }

  @Test
  void limitOfLinksIsAsConfiguredAndTheRefusalSaysWhatToDo() {
    pipeline.close();
    pipeline = new IngestPipeline(state.resolve("limited"), 1);
    pipeline.send(alias("1", null, "b", "a"));
    pipeline.send(alias("2", null, "c", "a"));

    assertThat(pipeline.rejected.readValue().detail())
        .contains("1 links", "clientele.most-links", "/split", "new messageId");
    assertThat(pipeline.lastMerges()).containsOnlyKeys("a", "b");
  }

  private static Link held(String previousId, String customerId, long position) {
    String linkId = LinkIds.ofKnown(previousId, customerId);
    return new Link(linkId, previousId, customerId, "alias", "default", NOON, position);
  }

  @Test
  void rebuildFromTheKeptLinksEqualsTheLiveState() {
    pipeline.send(alias("1", null, "b", "a"));
    pipeline.send(alias("2", null, "c", "b"));
    pipeline.send(alias("3", null, "b", "a"));
    List<TestRecord<String, byte[]>> log = pipeline.kept(Topics.IDENTITY_LINKS);
    Map<String, CustomerMerge> live = pipeline.lastMerges();

    pipeline.close();
    pipeline = new IngestPipeline(state.resolve("rebuilt"));
    log.forEach(pipeline.links::pipeInput);

    assertThat(pipeline.lastMerges()).isEqualTo(live);
  }
}
