package io.clientele.ingest.protocol;

import io.clientele.ingest.Fault;
import io.clientele.ingest.Receipt;
import io.clientele.ingest.Verdict;
import java.time.Duration;
import java.util.List;

/** What a request comes to. */
public sealed interface Outcome {

  /** At least one call was taken, or none was sent. */
  record Taken(Receipt receipt) implements Outcome {}

  /**
   * Of all that was sent nothing could be taken.
   *
   * @param array where the array of calls stands in the body, as a JSON pointer; null where the
   *     request could carry one call only
   */
  record NothingTaken(Receipt receipt, String array) implements Outcome {}

  /**
   * The body could not be read.
   *
   * @param kept whether it is in quarantine; without a valid key it is not
   */
  record Unreadable(Fault fault, boolean kept) implements Outcome {}

  /** It was only to be judged. */
  record Judged(List<Verdict> verdicts) implements Outcome {
    public Judged {
      verdicts = List.copyOf(verdicts);
    }
  }

  /** The write key is missing or wrong. */
  record Unauthorised() implements Outcome {}

  /**
   * The write key is none that is known here, but not all sources are: the database has not
   * answered since the start.
   */
  record NotYetKnown() implements Outcome {}

  /** The source has sent more than it may; nothing was taken. */
  record Limited(Duration retryAfter) implements Outcome {}
}
