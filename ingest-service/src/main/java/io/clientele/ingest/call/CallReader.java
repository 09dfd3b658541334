package io.clientele.ingest.call;

import io.clientele.contract.Channel;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerIds;
import io.clientele.contract.EventContext;
import io.clientele.contract.Payload.PageViewed;
import io.clientele.contract.Payload.TraitsChanged;
import io.clientele.ingest.Alias;
import io.clientele.ingest.Occurrence;
import io.clientele.ingest.Reason;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * Reads one call into one event. For one thread, and one call.
 *
 * @param places where something stands in what was sent, given where it stands in the call
 * @param call its fields
 * @param calls those that it came with
 */
record CallReader(
    UnaryOperator<String> places, Fields call, Calls calls, Arrival arrival, Knowledge knowledge) {

  /** The rule by which the sender's clock is corrected. */
  private static final String CLOCK = "clock";

  /** A call that only links ids. */
  Alias alias(String eventId) {
    Ids ids = Ids.of(call);
    return new Alias(
        eventId,
        arrival.source().name(),
        Alias.Cause.ALIAS,
        ids.requiredUserId(call),
        ids.anonymousId(),
        ids.previousId(call),
        arrival.receivedAt());
  }

  /** A CRM knows no devices, so a merge always links known ids. */
  Alias merge(String eventId) {
    Merge merge = Merge.of(call);
    return new Alias(
        eventId,
        arrival.source().name(),
        Alias.Cause.MERGE,
        merge.userId(),
        null,
        merge.previousId(),
        arrival.receivedAt());
  }

  /** Any other call. */
  CustomerEvent event(CallType type, String eventId) {
    Ids ids = Ids.of(call);
    call.requireObject("properties");
    call.requireObject("traits");
    Circumstances circumstances =
        new Circumstances(
            call.object("context"),
            calls.shared().object("context").noting(call),
            type == CallType.PAGE ? call.object("properties") : Fields.NONE,
            arrival);
    Instant occurredAt = occurredAt();
    String country = circumstances.country();
    Translation translation =
        translation(type, circumstances, knowledge.market(occurredAt, country, arrival.source()));
    String sessionId = call.object("properties").firstId("session_id", "sessionId");
    String identity = ids.userId() == null ? CustomerIds.ofDevice(ids.anonymousId()) : ids.userId();
    EventContext context = circumstances.context(knowledge.agents(), country);
    Channel channel = circumstances.channel(call.text("channel"), translation.channel());
    Changes changes = call.changes();
    return new CustomerEvent(
        eventId,
        identity,
        identity,
        ids.anonymousId(),
        occurredAt,
        arrival.receivedAt(),
        arrival.source().name(),
        channel,
        sessionId == null ? circumstances.id("sessionId") : sessionId,
        context,
        changes.withPersonal(translation.personal(), places),
        changes.all(places),
        translation.payload());
  }

  private Translation translation(CallType type, Circumstances circumstances, Market market) {
    return switch (type) {
      case TRACK -> track(market);
      case IDENTIFY -> {
        FreeForm traits = FreeForm.of(call.object("traits"), market.country());
        yield new Translation(new TraitsChanged(traits.open()), traits.personal());
      }
      case PAGE, SCREEN -> Translation.of(pageViewed(circumstances));
      case GROUP -> group(market);
      case ALIAS, MERGE -> throw new IllegalArgumentException("a link is no event");
    };
  }

  private Translation track(Market market) {
    String event = call.label("event");
    if (event == null) {
      throw new Refusal(
          Reason.MISSING_EVENT, call.pointer("event"), "A track call needs an 'event' name.");
    }
    return TrackEvents.translate(event, call.object("properties"), market);
  }

  private Translation group(Market market) {
    String groupId = call.id("groupId");
    if (groupId == null) {
      throw new Refusal(
          Reason.MISSING_GROUP_ID, call.pointer("groupId"), "A group call needs a 'groupId'.");
    }
    return GroupCalls.translate(groupId, call.object("traits"), market);
  }

  private PageViewed pageViewed(Circumstances circumstances) {
    Fields properties = call.object("properties");
    String name = call.text("name") == null ? properties.label("name") : call.label("name");
    String address = properties.firstAddress("path", "url");
    return new PageViewed(name, Paths.of(address == null ? circumstances.pageAddress() : address));
  }

  private Instant occurredAt() {
    String field = call.has("timestamp") ? "timestamp" : "originalTimestamp";
    Instant timestamp = Times.read(call, field);
    Instant sentAt = call.has("sentAt") ? Times.read(call, "sentAt") : calls.sentAt();
    Instant occurredAt =
        Occurrence.at(timestamp, sentAt, arrival.receivedAt())
            .orElseThrow(
                () ->
                    new Refusal(
                        Reason.INVALID_TIME,
                        call.pointer(field),
                        "The event lies before 1995 or more than a day ahead."));
    if (timestamp != null && !timestamp.equals(occurredAt)) {
      call.changes().note(CLOCK, call.pointer(field), timestamp.toString(), occurredAt.toString());
    }
    return occurredAt;
  }
}
