package io.clientele.ingest.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerIds;
import io.clientele.contract.Payload.PageViewed;
import io.clientele.contract.Payload.TraitsChanged;
import io.clientele.ingest.Alias;
import io.clientele.ingest.CustomerReference;
import io.clientele.ingest.Fault;
import io.clientele.ingest.Fingerprint;
import io.clientele.ingest.Occurrence;
import io.clientele.ingest.Reason;
import io.clientele.ingest.ReceivedEvent;
import io.clientele.ingest.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Judges calls: a pure function but for the ids of messages that came without. */
public final class Judge {

  private static final int LARGEST_EVENT_BYTES = 1024 * 1024;
  private static final int LONGEST_MESSAGE_ID = 100;

  /** It is kept with each call that is refused. */
  private static final int LARGEST_AROUND = 32 * 1024;

  /** What is known of a call besides itself. */
  private record Envelope(Calls calls, Arrival arrival) {

    CallType type() {
      return calls.type();
    }

    Fields shared() {
      return calls.shared();
    }

    Instant receivedAt() {
      return arrival.receivedAt();
    }

    String source() {
      return arrival.source().name();
    }
  }

  private final String baseCurrency;
  private final Supplier<String> messageIds;

  /**
   * A judge.
   *
   * @param baseCurrency ISO 4217, in which amounts are where nobody says
   * @param messageIds makes ids for messages that came without
   */
  public Judge(String baseCurrency, Supplier<String> messageIds) {
    this.baseCurrency = baseCurrency;
    this.messageIds = messageIds;
  }

  /** Whether each of the calls can be taken, and as what; in their order. */
  public List<Verdict> judge(Calls calls, Arrival arrival) {
    Envelope envelope = new Envelope(calls, arrival);
    List<Verdict> verdicts = new ArrayList<>(calls.items().size());
    for (Item item : calls.items()) {
      verdicts.add(judge(item, envelope));
    }
    return verdicts;
  }

  private Verdict judge(Item item, Envelope envelope) {
    Fields call = Fields.NONE;
    try {
      JsonNode node = item.node();
      call = new Fields(node, "");
      if (item.sizeBytes() > LARGEST_EVENT_BYTES) {
        throw new Refusal(Reason.TOO_LARGE, "", "An event may have 1 MB.");
      }
      if (node.isMissingNode()) {
        throw new Refusal(Reason.MALFORMED_JSON, "", "The event is not well-formed JSON.");
      }
      if (!node.isObject()) {
        throw new Refusal(Reason.NOT_AN_OBJECT, "", "An event must be a JSON object.");
      }
      Optional<Fault> own = item.fault();
      if (own.isPresent()) {
        return refused(own.get(), call, item, envelope.calls());
      }
      String messageId = messageId(call);
      return new Verdict.Accepted(received(call, messageId, envelope), messageId);
    } catch (Refusal refusal) {
      Fault fault = refusal.fault();
      String place = item.placeOf(fault.pointer());
      Fault placed = new Fault(fault.reason(), place, fault.detail());
      return refused(placed, call, item, envelope.calls());
    }
  }

  private static Verdict.Refused refused(Fault fault, Fields call, Item item, Calls calls) {
    String around = calls.around().isMissingNode() ? null : calls.around().toString();
    boolean kept = around == null || around.length() <= LARGEST_AROUND;
    String detail =
        kept ? fault.detail() : fault.detail() + " The batch's own fields are too large to keep.";
    return new Verdict.Refused(
        new Fault(fault.reason(), fault.pointer(), detail),
        bounded(call.text("messageId"), LONGEST_MESSAGE_ID),
        bounded(call.firstText("userId", "anonymousId"), CustomerReference.MAX_LENGTH),
        item.text(),
        kept ? around : null);
  }

  private static String bounded(String text, int most) {
    return text == null || text.length() > most || !CustomerReference.isWritable(text)
        ? null
        : text;
  }

  private String messageId(Fields call) {
    String messageId = call.text("messageId");
    if (messageId == null) {
      return messageIds.get();
    }
    if (messageId.length() > LONGEST_MESSAGE_ID || !CustomerReference.isWritable(messageId)) {
      throw new Refusal(
          Reason.INVALID_MESSAGE_ID,
          call.pointer("messageId"),
          "'messageId' may have " + LONGEST_MESSAGE_ID + " characters, none of them a control.");
    }
    return messageId;
  }

  private ReceivedEvent received(Fields call, String messageId, Envelope envelope) {
    CallType type = type(call, envelope);
    String eventId = Fingerprint.of(envelope.source(), messageId);
    return switch (type) {
      case ALIAS -> ReceivedEvent.of(alias(call, Ids.of(call), eventId, envelope));
      case MERGE -> ReceivedEvent.of(merge(Merge.of(call), eventId, envelope));
      default -> ReceivedEvent.of(event(call, type, Ids.of(call), eventId, envelope));
    };
  }

  private static CallType type(Fields call, Envelope envelope) {
    if (envelope.type() != null) {
      return envelope.type();
    }
    return CallType.named(call.text("type"))
        .orElseThrow(
            () ->
                new Refusal(
                    Reason.UNKNOWN_TYPE,
                    call.pointer("type"),
                    "'type' must be track, identify, page, screen, group, alias or merge."));
  }

  private static Alias alias(Fields call, Ids ids, String eventId, Envelope envelope) {
    return new Alias(
        eventId,
        envelope.source(),
        Alias.Cause.ALIAS,
        ids.requiredUserId(call),
        ids.anonymousId(),
        ids.previousId(call),
        envelope.receivedAt());
  }

  /** A CRM knows no devices, so a merge always links known ids. */
  private static Alias merge(Merge merge, String eventId, Envelope envelope) {
    return new Alias(
        eventId,
        envelope.source(),
        Alias.Cause.MERGE,
        merge.userId(),
        null,
        merge.previousId(),
        envelope.receivedAt());
  }

  private CustomerEvent event(
      Fields call, CallType type, Ids ids, String eventId, Envelope envelope) {
    Instant occurredAt = occurredAt(call, envelope);
    Translation translation = translation(call, type, envelope, exchange(occurredAt, envelope));
    Circumstances circumstances =
        new Circumstances(call.object("context"), envelope.shared().object("context"));
    Fields properties = call.object("properties");
    String sessionId = properties.firstId("session_id", "sessionId");
    if (sessionId == null) {
      sessionId = call.object("context").id("sessionId");
    }
    if (sessionId == null) {
      sessionId = envelope.shared().object("context").id("sessionId");
    }
    String identity = ids.userId() == null ? CustomerIds.ofDevice(ids.anonymousId()) : ids.userId();
    return new CustomerEvent(
        eventId,
        identity,
        identity,
        ids.anonymousId(),
        occurredAt,
        envelope.receivedAt(),
        envelope.source(),
        circumstances.channel(call.text("channel")),
        sessionId,
        circumstances.context(),
        translation.personal(),
        null,
        translation.payload());
  }

  private Exchange exchange(Instant occurredAt, Envelope envelope) {
    String usual = envelope.arrival().source().defaults().currency();
    return new Exchange(
        baseCurrency,
        usual == null ? baseCurrency : usual,
        LocalDate.ofInstant(occurredAt, ZoneOffset.UTC),
        Exchange.Rates.NONE);
  }

  private static Translation translation(
      Fields call, CallType type, Envelope envelope, Exchange exchange) {
    return switch (type) {
      case TRACK -> track(call, exchange);
      case IDENTIFY -> {
        FreeForm traits = FreeForm.of(call.object("traits"));
        yield new Translation(new TraitsChanged(traits.open()), traits.personal());
      }
      case PAGE, SCREEN -> Translation.of(pageViewed(call, envelope));
      case GROUP -> group(call);
      case ALIAS, MERGE -> throw new IllegalArgumentException("a link is no event");
    };
  }

  private static Translation track(Fields call, Exchange exchange) {
    String event = call.label("event");
    if (event == null) {
      throw new Refusal(
          Reason.MISSING_EVENT, call.pointer("event"), "A track call needs an 'event' name.");
    }
    return TrackEvents.translate(event, call.object("properties"), exchange);
  }

  private static Translation group(Fields call) {
    String groupId = call.id("groupId");
    if (groupId == null) {
      throw new Refusal(
          Reason.MISSING_GROUP_ID, call.pointer("groupId"), "A group call needs a 'groupId'.");
    }
    return GroupCalls.translate(groupId, call.object("traits"));
  }

  private static PageViewed pageViewed(Fields call, Envelope envelope) {
    Fields properties = call.object("properties");
    Fields page = call.object("context").object("page");
    String name = call.text("name") == null ? properties.label("name") : call.label("name");
    String address = properties.firstText("path", "url");
    if (address == null) {
      address = page.firstText("path", "url");
    }
    if (address == null) {
      address = envelope.shared().object("context").object("page").firstText("path", "url");
    }
    return new PageViewed(name, Paths.of(address));
  }

  private static Instant occurredAt(Fields call, Envelope envelope) {
    String field = call.has("timestamp") ? "timestamp" : "originalTimestamp";
    Instant timestamp = Times.read(call, field);
    Instant sentAt = call.has("sentAt") ? Times.read(call, "sentAt") : envelope.calls().sentAt();
    return Occurrence.at(timestamp, sentAt, envelope.receivedAt())
        .orElseThrow(
            () ->
                new Refusal(
                    Reason.INVALID_TIME,
                    call.pointer(field),
                    "The event lies before 1995 or more than a day ahead."));
  }
}
