package io.clientele.ingest.quarantine;

import io.clientele.contract.RejectedEvent;
import java.util.List;
import java.util.Optional;

/**
 * What is in quarantine, of all services, as far as it has been read from {@code rejected-events}.
 * Every method throws {@link RejectionsUnavailableException} when the store is away.
 */
public interface StoredRejections {

  /** The right to replay, which one call of all instances has at a time. */
  interface Turn {

    /**
     * Makes sure that no other call has it meanwhile, as one may after the store was restarted.
     *
     * @throws RejectionsUnavailableException if that is not known
     */
    void confirm();

    /** Lets others have it. */
    void close();
  }

  /**
   * The newest first; of long payloads only the beginning.
   *
   * @param before where the page before ended, or null for the first
   */
  List<KeptRejection> newest(RejectionFilter filter, RejectionPosition before, int limit);

  /** One, whole. */
  Optional<KeptRejection> withId(String rejectedId);

  /** How many there are of each reason and source, the most frequent first; at most a thousand. */
  List<RejectionTally> tally(RejectionFilter filter);

  /**
   * Those that have not been taken yet, the oldest first.
   *
   * @param after where the call before ended, or null for the first
   */
  List<WaitingRejection> waiting(RejectionFilter filter, RejectionPosition after, int limit);

  /** These, whole, in this order; one that is gone or has been taken is left out. */
  List<RejectedEvent> whole(List<String> rejectedIds);

  /** The turn; empty while somebody else has it. */
  Optional<Turn> turn();
}
