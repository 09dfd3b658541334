package io.clientele.ingest.quarantine;

import io.clientele.ingest.LogRecord;
import io.clientele.ingest.LogUnavailableException;
import java.util.List;

/** The log as replaying needs it: what belongs together is written together or not at all. */
public interface ReplayLog {

  /** A way to write, for one thread and one call. */
  interface Session extends AutoCloseable {

    /**
     * Writes all of the records or none, and waits until readers can see them.
     *
     * @throws LogUnavailableException if nobody knows which of the two; whoever reads the log later
     *     sees either
     */
    void write(List<LogRecord> records);

    @Override
    void close();
  }

  /**
   * Opens a session.
   *
   * @throws LogUnavailableException if the log does not answer
   */
  Session openSession();
}
