package io.clientele.ingest.quarantine;

import io.clientele.ingest.LogRecord;
import io.clientele.ingest.Verdict;
import java.util.List;

/** What a rejection comes to when it is read again. */
sealed interface Reread {

  /**
   * At least one of its events can be taken now, or there was none in it.
   *
   * @param events as they go to {@code received-events}
   * @param refused what of a whole body cannot; it becomes a rejection of its own
   */
  record Taken(List<LogRecord> events, List<Verdict.Refused> refused) implements Reread {
    public Taken {
      events = List.copyOf(events);
      refused = List.copyOf(refused);
    }
  }

  /** Nothing of it can be taken now either. */
  record RefusedAgain(String reason, String detail) implements Reread {}

  /** It did not come in through this door. */
  record Foreign(String detail) implements Reread {}
}
