package io.clientele.ingest;

import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.Receipt.Rejection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

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
  public record Origin(String source, String writeKey, String place, Instant receivedAt) {}

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
      LogRecord record =
          verdict instanceof Verdict.Accepted a ? EventRecords.of(a.event()).orElse(null) : null;
      if (record == null) {
        Verdict.Refused why =
            verdict instanceof Verdict.Refused r
                ? r
                : EventRecords.outgrown((Verdict.Accepted) verdict);
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

  private static Rejection listing(int index, Verdict.Refused why) {
    Fault fault = why.fault();
    return new Rejection(
        index, why.messageId(), fault.reason().code(), fault.pointer(), fault.detail());
  }
}
