package io.clientele.ingest.quarantine;

import io.clientele.contract.RecordFormat;
import io.clientele.contract.RejectedEvent;
import io.clientele.contract.Topics;
import io.clientele.ingest.LogRecord;
import io.clientele.ingest.LogUnavailableException;
import io.clientele.ingest.ReceivedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A log and what is read from it, in memory: a write is all or nothing, and seen at once. */
final class FakeQuarantine implements StoredRejections, ReplayLog {

  private static final RecordFormat<RejectedEvent> REJECTED = RecordFormat.of(RejectedEvent.class);
  private static final RecordFormat<ReceivedEvent> RECEIVED = RecordFormat.of(ReceivedEvent.class);

  private final List<LogRecord> log = new ArrayList<>();
  private final Map<String, RejectedEvent> rejections = new LinkedHashMap<>();
  private final Map<String, Instant> marks = new LinkedHashMap<>();
  private int writesUntilFailure = Integer.MAX_VALUE;
  private boolean lastIsWritten;
  private boolean busy;
  private int sharesUntilLost = Integer.MAX_VALUE;

  void add(RejectedEvent rejected) {
    rejections.putIfAbsent(rejected.rejectedId(), rejected);
  }

  /**
   * After so many writes the sender hears of a failure.
   *
   * @param written whether the write took place all the same, which the sender cannot know
   */
  void failAfter(int writes, boolean written) {
    writesUntilFailure = writes;
    lastIsWritten = written;
  }

  /** After so many shares the turn is somebody else's. */
  void loseTurnAfter(int shares) {
    sharesUntilLost = shares;
  }

  void occupy() {
    busy = true;
  }

  List<ReceivedEvent> received() {
    return log.stream()
        .filter(record -> record.topic().equals(Topics.RECEIVED_EVENTS))
        .map(record -> RECEIVED.read(record.value()))
        .toList();
  }

  List<LogRecord> log() {
    return List.copyOf(log);
  }

  List<RejectedEvent> open() {
    return rejections.values().stream().filter(rejected -> !isMarked(rejected)).toList();
  }

  @Override
  public List<KeptRejection> newest(RejectionFilter filter, RejectionPosition before, int limit) {
    throw new UnsupportedOperationException("a replay asks for the oldest");
  }

  @Override
  public Optional<KeptRejection> withId(String rejectedId) {
    return Optional.ofNullable(rejections.get(rejectedId)).map(one -> new KeptRejection(one, true));
  }

  @Override
  public List<RejectionTally> tally(RejectionFilter filter) {
    throw new UnsupportedOperationException("a replay counts for itself");
  }

  @Override
  public List<WaitingRejection> waiting(
      RejectionFilter filter, RejectionPosition after, int limit) {
    Comparator<RejectionPosition> order =
        Comparator.comparing(RejectionPosition::rejectedAt)
            .thenComparing(RejectionPosition::rejectedId);
    return open().stream()
        .filter(one -> filter.reason() == null || filter.reason().equals(one.reason()))
        .map(one -> new RejectionPosition(one.rejectedAt(), one.rejectedId()))
        .filter(position -> after == null || order.compare(position, after) > 0)
        .sorted(order)
        .limit(limit)
        // Two fill a share.
        .map(position -> new WaitingRejection(position, 2 * 1024 * 1024))
        .toList();
  }

  @Override
  public List<RejectedEvent> whole(List<String> rejectedIds) {
    return rejectedIds.stream()
        .map(rejections::get)
        .filter(rejected -> !isMarked(rejected))
        .toList();
  }

  @Override
  public Optional<Turn> turn() {
    if (busy) {
      return Optional.empty();
    }
    busy = true;
    return Optional.of(new FakeTurn());
  }

  private final class FakeTurn implements Turn {

    @Override
    public void confirm() {
      if (sharesUntilLost-- <= 0) {
        throw new RejectionsUnavailableException("lost");
      }
    }

    @Override
    public void close() {
      busy = false;
    }
  }

  @Override
  public Session openSession() {
    return new Session() {
      @Override
      public void write(List<LogRecord> records) {
        boolean fails = writesUntilFailure-- <= 0;
        if (!fails || lastIsWritten) {
          records.forEach(FakeQuarantine.this::append);
        }
        if (fails) {
          writesUntilFailure = Integer.MAX_VALUE;
          throw new LogUnavailableException("unreachable", new IllegalStateException("test"));
        }
      }

      @Override
      public void close() {}
    };
  }

  private void append(LogRecord record) {
    log.add(record);
    if (record.topic().equals(Topics.REJECTED_EVENTS)) {
      RejectedEvent rejected = REJECTED.read(record.value());
      if (rejected.replayedAt() == null) {
        add(rejected);
      } else {
        marks.putIfAbsent(key(rejected), rejected.replayedAt());
      }
    }
  }

  private boolean isMarked(RejectedEvent rejected) {
    return marks.containsKey(key(rejected));
  }

  private static String key(RejectedEvent rejected) {
    return rejected.source() + " " + MessageIds.of(rejected);
  }
}
