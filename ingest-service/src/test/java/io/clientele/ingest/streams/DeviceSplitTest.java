package io.clientele.ingest.streams;

import static io.clientele.ingest.streams.ReceivedEvents.NOON;
import static io.clientele.ingest.streams.ReceivedEvents.event;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.IdentityLink;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.ReceivedEvent;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** What becomes of a device whose first link was a mistake. */
final class DeviceSplitTest extends WithPipeline {

  private static final CustomerMerge ALONE =
      new CustomerMerge("anonymous:d", "anonymous:d", List.of());

  @Test
  void linkOfADeviceIsTakenBackWhereTheDeviceIsKnown() {
    CustomerMerge linked = login();

    remove(linked);

    assertThat(linked.canonicalId()).isEqualTo("ada");
    assertThat(pipeline.merges.readValuesToList()).containsExactly(ALONE);
    assertThat(pipeline.rejected.isEmpty()).isTrue();
  }

  @Test
  void deviceThatWasSplitIsNeverLinkedAgainAndGoesOnWithItsCustomer() {
    remove(login());
    pipeline.merges.readValuesToList();
    pipeline.events.readValuesToList();

    pipeline.send(event("3", "d", null, NOON));
    pipeline.send(event("4", "d", "ada", NOON));
    pipeline.send(event("5", "d", "bob", NOON));
    pipeline.send(event("6", "d", null, NOON));

    assertThat(pipeline.events.readValuesToList())
        .extracting(CustomerEvent::customerId)
        .containsExactly("ada", "ada", "bob", "bob");
    assertThat(pipeline.merges.isEmpty()).isTrue();
  }

  @Test
  void removalThatComesAgainOrOfAnotherLinkChangesNothing() {
    CustomerMerge linked = login();
    remove(linked);
    pipeline.merges.readValuesToList();

    remove(linked);
    remove("e", "ada", linked.links().get(0).id());
    remove("d", "ada", "another");

    assertThat(pipeline.merges.isEmpty()).isTrue();
  }

  @Test
  void whatIsNoRemovalIsQuarantinedAndTheFlowGoesOn() {
    CustomerMerge linked = login();
    byte[] link =
        "{\"linkId\":\"l\",\"previousId\":\"ada\",\"customerId\":\"anonymous:d\",\"cause\":\"merge\",\"at\":\"2026-03-01T12:00:00Z\"}"
            .getBytes(UTF_8);

    pipeline.links.pipeInput("l", link, NOON);
    pipeline
        .driver
        .createInputTopic(
            IngestTopology.DEVICE_SPLITS.name(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput("d", new byte[] {'{'}, NOON);
    remove(linked);

    assertThat(pipeline.rejected.readValuesToList())
        .extracting(RejectedEvent::source)
        .containsExactly("identity-links", "ingest-service-device-splits");
    assertThat(pipeline.merges.readValuesToList()).containsExactly(ALONE);
  }

  /** No link could be made of it, and no record may stop the flow. */
  @Test
  void aliasOfADevicesCustomerIdIsQuarantined() {
    ReceivedEvent alias = ReceivedEvents.alias("1", null, "ada", "other");
    String poison = new String(RecordFormat.of(ReceivedEvent.class).write(alias), UTF_8);

    pipeline.received.pipeInput(
        "ada", poison.replace("\"other\"", "\"anonymous:d\"").getBytes(UTF_8), NOON);

    assertThat(pipeline.rejected.readValue().reason()).isEqualTo("malformed-record");
    assertThat(pipeline.merges.isEmpty()).isTrue();
  }

  private CustomerMerge login() {
    pipeline.send(event("1", "d", null, NOON));
    pipeline.send(event("2", "d", "ada", NOON));
    return pipeline.merges.readValue();
  }

  /** As profile-service does, which knows a link from the merge. */
  private void remove(CustomerMerge linked) {
    remove("d", linked.canonicalId(), linked.links().get(0).id());
  }

  private void remove(String anonymousId, String userId, String linkId) {
    IdentityLink removal =
        new IdentityLink(
            linkId, "anonymous:" + anonymousId, userId, "split", "operator", NOON, true);
    pipeline.links.pipeInput(linkId, RecordFormat.of(IdentityLink.class).write(removal), NOON);
  }
}
