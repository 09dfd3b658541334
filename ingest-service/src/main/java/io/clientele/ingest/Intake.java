package io.clientele.ingest;

import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.Receipt.Rejection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

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

  private static final int SHARE_RECORDS = 100;
  private static final long SHARE_BYTES = 256 * 1024;

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
   * Stores them, in order and a share at a time: of a batch that becomes many times larger in being
   * read, no more than a share is in memory beside what the log itself holds.
   *
   * @return fails with {@link LogUnavailableException} if not all was acknowledged
   */
  public CompletionStage<Receipt> take(Origin origin, Stream<Verdict> verdicts) {
    Taking taking = new Taking(origin);
    Iterator<Verdict> left = verdicts.iterator();
    while (!taking.hasFailed() && left.hasNext()) {
      taking.add(left.next());
    }
    return taking.end();
  }

  /** What becomes of one request's events. For one thread. */
  private final class Taking {

    private final Origin origin;
    private final List<Rejection> listed = new ArrayList<>();
    private final List<CompletableFuture<Void>> appended = new ArrayList<>();
    private List<LogRecord> share = new ArrayList<>();
    private List<RejectedEvent> refused = new ArrayList<>();
    private long shareBytes;
    private int events;

    Taking(Origin origin) {
      this.origin = origin;
    }

    /** Whether the log has failed already: each further share might wait for it as long. */
    boolean hasFailed() {
      return !appended.isEmpty() && appended.get(appended.size() - 1).isCompletedExceptionally();
    }

    void add(Verdict verdict) {
      LogRecord record = record(verdict);
      events++;
      share.add(record);
      shareBytes += record.value().length;
      if (share.size() == SHARE_RECORDS || shareBytes >= SHARE_BYTES) {
        append();
      }
    }

    private LogRecord record(Verdict verdict) {
      if (verdict instanceof Verdict.Accepted accepted) {
        Optional<LogRecord> record = EventRecords.of(accepted.event());
        return record.isPresent() ? record.get() : refuse(accepted.outgrown().get());
      }
      return refuse((Verdict.Refused) verdict);
    }

    private LogRecord refuse(Verdict.Refused why) {
      RejectedEvent rejected = rejections.of(origin, why);
      refused.add(rejected);
      listed.add(listing(events, why));
      return rejections.record(rejected);
    }

    private void append() {
      int accepted = share.size() - refused.size();
      List<RejectedEvent> rejected = refused;
      appended.add(
          log.append(share)
              .thenRun(
                  () -> {
                    observer.accepted(origin.source(), accepted);
                    rejected.forEach(observer::rejected);
                  })
              .toCompletableFuture());
      share = new ArrayList<>();
      refused = new ArrayList<>();
      shareBytes = 0;
    }

    CompletionStage<Receipt> end() {
      if (!share.isEmpty() && !hasFailed()) {
        append();
      }
      Receipt receipt = new Receipt(events - listed.size(), listed);
      return CompletableFuture.allOf(appended.toArray(CompletableFuture[]::new))
          .thenApply(all -> receipt);
    }
  }

  private static Rejection listing(int index, Verdict.Refused why) {
    Fault fault = why.fault();
    return new Rejection(
        index, why.messageId(), fault.reason().code(), fault.pointer(), fault.detail());
  }
}
