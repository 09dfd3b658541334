package io.clientele.ingest.quarantine;

import io.clientele.contract.RejectedEvent;
import io.clientele.ingest.Intake;
import io.clientele.ingest.LogRecord;
import io.clientele.ingest.Rejections;
import io.clientele.ingest.Verdict;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Sends rejections through again, each once for ever: what is taken of them and the mark that says
 * so are written together, and nothing is sent before all earlier marks are known.
 */
public final class Replays {

  /** A transaction's share, which bounds memory and keeps transactions short. */
  private static final long MOST_BYTES = 4L * 1024 * 1024;

  private static final int MOST_AT_ONCE = 100;

  private final StoredRejections stored;
  private final BooleanSupplier upToDate;
  private final Rereader rereader;
  private final ReplayLog log;
  private final Rejections rejections;
  private final Intake.Observer observer;
  private final InstantSource clock;

  /**
   * Replays.
   *
   * @param upToDate waits a bounded while until the store shows all that stands in the topic at the
   *     call; false if it still does not then
   */
  public Replays(
      StoredRejections stored,
      BooleanSupplier upToDate,
      Rereader rereader,
      ReplayLog log,
      Rejections rejections,
      Intake.Observer observer,
      InstantSource clock) {
    this.stored = stored;
    this.upToDate = upToDate;
    this.rereader = rereader;
    this.log = log;
    this.rejections = rejections;
    this.observer = observer;
    this.clock = clock;
  }

  /**
   * Replays what the order names, the oldest first. If it fails on the way, what was taken until
   * then is marked, and the same order goes on after it.
   *
   * @return empty while another replay is running
   * @throws RejectionsUnavailableException if nobody can say what has been replayed already
   * @throws io.clientele.ingest.LogUnavailableException if the log does not answer
   */
  public Optional<ReplayReport> replay(ReplayOrder order) {
    Optional<StoredRejections.Turn> turn = stored.turn();
    if (turn.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (!upToDate.getAsBoolean()) {
        throw new RejectionsUnavailableException(
            "What is in quarantine has not all been read yet; try again.");
      }
      return Optional.of(replayInTurn(order, turn.get()));
    } finally {
      turn.get().close();
    }
  }

  private ReplayReport replayInTurn(ReplayOrder order, StoredRejections.Turn turn) {
    List<WaitingRejection> found = stored.waiting(order.filter(), order.after(), order.limit() + 1);
    List<WaitingRejection> chosen =
        found.size() > order.limit() ? found.subList(0, order.limit()) : found;
    ReplayTally tally = new ReplayTally();
    if (!chosen.isEmpty()) {
      try (ReplayLog.Session session = log.openSession()) {
        Set<String> taken = new HashSet<>();
        for (List<String> share : shares(chosen)) {
          turn.confirm();
          replay(stored.whole(share), session, taken, tally);
        }
      }
    }
    RejectionPosition next =
        found.size() > order.limit() ? chosen.get(chosen.size() - 1).position() : null;
    return tally.report(next);
  }

  private void replay(
      List<RejectedEvent> share, ReplayLog.Session session, Set<String> taken, ReplayTally tally) {
    Instant now = clock.instant();
    List<LogRecord> records = new ArrayList<>();
    List<Runnable> stored = new ArrayList<>();
    for (RejectedEvent rejected : share) {
      String message = rejected.source() + "\0" + MessageIds.of(rejected);
      if (taken.contains(message)) {
        // The same message, refused in another form: the mark of the first is this one's too.
        continue;
      }
      Reread reread = rereader.reread(rejected, now);
      if (reread instanceof Reread.Taken all) {
        taken.add(message);
        stored.add(write(rejected, all, now, records));
        tally.replayed();
      } else {
        tally.notTaken(rejected, reread);
      }
    }
    if (!records.isEmpty()) {
      session.write(records);
    }
    stored.forEach(Runnable::run);
  }

  /** Adds the records; what is returned is to be run when they are stored. */
  private Runnable write(
      RejectedEvent rejected, Reread.Taken all, Instant now, List<LogRecord> records) {
    records.addAll(all.events());
    List<RejectedEvent> parts = new ArrayList<>();
    for (Verdict.Refused part : all.refused()) {
      parts.add(rejections.ofPart(rejected, part));
    }
    parts.forEach(part -> records.add(rejections.record(part, now)));
    records.add(rejections.record(rejected.replayed(now)));
    return () -> {
      observer.accepted(rejected.source(), all.events().size());
      parts.forEach(observer::rejected);
    };
  }

  /** In their order, none too large unless it is one alone. */
  private static List<List<String>> shares(List<WaitingRejection> waiting) {
    List<List<String>> shares = new ArrayList<>();
    List<String> share = new ArrayList<>();
    long bytes = 0;
    for (WaitingRejection one : waiting) {
      boolean full = share.size() == MOST_AT_ONCE || bytes + one.sizeBytes() > MOST_BYTES;
      if (full && !share.isEmpty()) {
        shares.add(share);
        share = new ArrayList<>();
        bytes = 0;
      }
      share.add(one.position().rejectedId());
      bytes += one.sizeBytes();
    }
    shares.add(share);
    return shares;
  }
}
