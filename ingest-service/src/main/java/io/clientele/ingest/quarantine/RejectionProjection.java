package io.clientele.ingest.quarantine;

import io.clientele.contract.RejectedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Where {@code rejected-events} is put to be searched. What is put in twice or in another order
 * makes no difference. Every method throws {@link RejectionsUnavailableException} when the store is
 * away.
 */
public interface RejectionProjection {

  /** The data itself cannot be stored, however often it is tried. */
  final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says why, without the data.
     *
     * @param state the store's code
     */
    public RefusedException(String state, Throwable cause) {
      super("the database refuses the rejection: SQLSTATE " + state, cause);
    }
  }

  /**
   * Keeps rejections and marks, and how far each partition has been read, all or nothing.
   *
   * @param positions by partition, the offset to read next
   * @throws RefusedException if one of them can never be kept
   */
  void keep(List<RejectedEvent> records, Map<Integer, Long> positions);

  /** By partition, the offset to read next; a partition never read is not there. */
  Map<Integer, Long> positions();

  /**
   * Forgets a bounded part of what was last seen before this moment.
   *
   * @return whether some of it may be left
   */
  boolean prune(Instant before);
}
