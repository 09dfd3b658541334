package io.clientele.scoring;

import io.clientele.scoring.rfm.BaseShare;
import java.time.Instant;

/** The base of the customers that this instance has, for now and for any other moment. */
public interface OwnBase {

  /** Everybody with an order by now; cheap beside {@link #asOf}. */
  BaseShare live(Instant now);

  /** Everybody with an order by any moment, by today's knowledge; reads every history. */
  BaseShare asOf(Instant at);

  /** Grows with every change. Read it before what it is to vouch for. */
  long version();

  /** Whether what was read at that version still holds, and will until the next change. */
  boolean isCurrent(long version);
}
