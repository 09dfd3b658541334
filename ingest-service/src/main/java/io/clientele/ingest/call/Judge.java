package io.clientele.ingest.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.ingest.CustomerReference;
import io.clientele.ingest.Fault;
import io.clientele.ingest.Fingerprint;
import io.clientele.ingest.Reason;
import io.clientele.ingest.ReceivedEvent;
import io.clientele.ingest.Verdict;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Judges calls: a pure function but for the ids of messages that came without. */
public final class Judge {

  private static final int LARGEST_EVENT_BYTES = 1024 * 1024;
  private static final int LONGEST_MESSAGE_ID = 100;

  private static final Fault OUTGROWN =
      new Fault(Reason.TOO_LARGE, "", "Normalised, the event is larger than a record may be.");

  private final Knowledge knowledge;
  private final Supplier<String> messageIds;

  /**
   * A judge.
   *
   * @param messageIds makes ids for messages that came without
   */
  public Judge(Knowledge knowledge, Supplier<String> messageIds) {
    this.knowledge = knowledge;
    this.messageIds = messageIds;
  }

  /** The same judge, who names messages that came without an id in another way. */
  public Judge naming(Supplier<String> otherIds) {
    return new Judge(knowledge, otherIds);
  }

  /**
   * Whether each of the calls can be taken, and as what; in their order, and each only when it is
   * asked for, since verdicts are larger than what was sent.
   */
  public Stream<Verdict> judge(Calls calls, Arrival arrival) {
    Around around = new Around(calls.around());
    return calls.items().stream().map(item -> judge(item, calls, arrival, around));
  }

  private Verdict judge(Item item, Calls calls, Arrival arrival, Around around) {
    Fields call = Fields.NONE;
    UnaryOperator<String> places = UnaryOperator.identity();
    try {
      Item.Reading reading = item.read();
      places = reading.places();
      JsonNode node = reading.node();
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
      if (reading.fault() != null) {
        return refused(reading.fault(), call, item, around);
      }
      String messageId = messageId(call);
      String eventId = Fingerprint.of(arrival.source().name(), messageId);
      CallType type = calls.type() == null ? type(call) : calls.type();
      CallReader reader = new CallReader(places, call, calls, arrival, knowledge);
      ReceivedEvent received =
          switch (type) {
            case ALIAS -> ReceivedEvent.of(reader.alias(eventId));
            case MERGE -> ReceivedEvent.of(reader.merge(eventId));
            default -> ReceivedEvent.of(reader.event(type, eventId));
          };
      Fields accepted = call;
      return new Verdict.Accepted(
          received, messageId, () -> refused(OUTGROWN, accepted, item, around));
    } catch (Refusal refusal) {
      Fault fault = refusal.fault();
      String place = places.apply(fault.pointer());
      Fault placed = new Fault(fault.reason(), place, fault.detail());
      return refused(placed, call, item, around);
    }
  }

  private static Verdict.Refused refused(Fault fault, Fields call, Item item, Around around) {
    String detail =
        around.isTooLarge()
            ? fault.detail()
                + " Of the batch's own fields, which are too large, only short ones are kept."
            : fault.detail();
    return new Verdict.Refused(
        new Fault(fault.reason(), fault.pointer(), detail),
        bounded(call.text("messageId"), LONGEST_MESSAGE_ID),
        bounded(call.firstText("userId", "anonymousId"), CustomerReference.MAX_LENGTH),
        item.text(),
        around.kept());
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

  private static CallType type(Fields call) {
    return CallType.named(call.text("type"))
        .orElseThrow(
            () ->
                new Refusal(
                    Reason.UNKNOWN_TYPE,
                    call.pointer("type"),
                    "'type' must be track, identify, page, screen, group, alias or merge."));
  }
}
