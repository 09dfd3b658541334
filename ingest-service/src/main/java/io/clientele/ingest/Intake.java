package io.clientele.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import io.clientele.contract.Topics;
import io.clientele.ingest.Receipt.Rejection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/**
 * Takes what a protocol has judged: writes the accepted to {@code received-events} and the refused
 * to {@code rejected-events}, and gives the receipt only when all of it is acknowledged.
 */
public final class Intake {

  /** Watches what is taken, to count it. */
  public interface Observer {

    /** So many events of a source were stored. */
    void accepted(String source, int events);

    /** One was refused, and the refusal stored. */
    void rejected(RejectedEvent rejected);
  }

  /**
   * Where the events came from.
   *
   * @param source whose write key it was
   * @param writeKey as it was presented; must not be written anywhere
   * @param place {@code METHOD path}
   */
  public record Origin(String source, String writeKey, String place, Instant receivedAt) {

    private static final String HIDDEN = "[write key]";

    /** The field itself, and not one quoted in a text, whose quotes are escaped. */
    private static final Pattern KEY_FIELD = Pattern.compile("(\"writeKey\"\\s*+:\\s*+\")[^\"]*+");

    /**
     * A payload without the write key, which clients may put into their bodies. Only the value of
     * the field {@code writeKey} is taken out; from what is no JSON, the key wherever it stands.
     */
    String withoutKey(Verdict.Refused why) {
      String text = withoutKeyField(why.payload());
      return why.fault().reason() == Reason.MALFORMED_JSON
          ? text.replace(writeKey, HIDDEN).replace(writeKey.replace("/", "\\/"), HIDDEN)
          : text;
    }

    /** A JSON text, or null, without the value of the field {@code writeKey}. */
    static String withoutKeyField(String json) {
      return json == null ? null : KEY_FIELD.matcher(json).replaceAll("$1" + HIDDEN);
    }
  }

  /** What a record's value may have, leaving room for key, headers and the catalogue's words. */
  private static final int LARGEST_VALUE_BYTES = Topics.MAX_RECORD_BYTES - 576 * 1024;

  private static final RecordFormat<ReceivedEvent> RECEIVED = RecordFormat.of(ReceivedEvent.class);

  private final EventLog log;
  private final Rejections rejections;
  private final Observer observer;

  /** An intake into this log, under the name of this service. */
  public Intake(EventLog log, String service, Observer observer) {
    this.log = log;
    this.rejections = new Rejections(service);
    this.observer = observer;
  }

  /**
   * Stores them, in order.
   *
   * @return fails with {@link LogUnavailableException} if not all was acknowledged
   */
  public CompletionStage<Receipt> take(Origin origin, List<Verdict> verdicts) {
    List<LogRecord> records = new ArrayList<>(verdicts.size());
    List<RejectedEvent> refused = new ArrayList<>();
    List<Rejection> listed = new ArrayList<>();
    for (int index = 0; index < verdicts.size(); index++) {
      Verdict verdict = verdicts.get(index);
      LogRecord record = verdict instanceof Verdict.Accepted a ? received(a) : null;
      if (record == null) {
        Verdict.Refused why =
            verdict instanceof Verdict.Refused r ? r : outgrown((Verdict.Accepted) verdict);
        RejectedEvent rejected = rejections.of(origin, why);
        refused.add(rejected);
        listed.add(listing(index, why));
        record = rejections.record(rejected);
      }
      records.add(record);
    }
    Receipt receipt = new Receipt(verdicts.size() - listed.size(), listed);
    return log.append(records)
        .thenApply(
            stored -> {
              observer.accepted(origin.source(), receipt.accepted());
              refused.forEach(observer::rejected);
              return receipt;
            });
  }

  private static LogRecord received(Verdict.Accepted accepted) {
    ReceivedEvent event = accepted.event();
    byte[] value = RECEIVED.write(event);
    if (value.length > LARGEST_VALUE_BYTES) {
      return null;
    }
    Instant receivedAt = event.receivedAt();
    return new LogRecord(
        Topics.RECEIVED_EVENTS,
        event.key(),
        value,
        receivedAt,
        new LogRecord.Attributes(event.eventId(), ReceivedEvent.class.getSimpleName(), receivedAt));
  }

  /** An event within the limit as it was sent, but not as it is written. */
  private static Verdict.Refused outgrown(Verdict.Accepted accepted) {
    Fault fault =
        new Fault(Reason.TOO_LARGE, "", "Normalised, the event is larger than a record may be.");
    return new Verdict.Refused(
        fault,
        accepted.messageId(),
        accepted.event().key(),
        new String(RECEIVED.write(accepted.event()), UTF_8),
        null);
  }

  private static Rejection listing(int index, Verdict.Refused why) {
    Fault fault = why.fault();
    return new Rejection(
        index, why.messageId(), fault.reason().code(), fault.pointer(), fault.detail());
  }
}
