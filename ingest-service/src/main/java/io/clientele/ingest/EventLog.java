package io.clientele.ingest;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where everything that is taken is kept. */
public interface EventLog {

  /**
   * Writes all of the records.
   *
   * @return done when every one is acknowledged by all brokers that must have it; else fails with
   *     {@link LogUnavailableException}, and any part of them may have been written: the sender
   *     tries again with the same ids, which is harmless
   */
  CompletionStage<Void> append(List<LogRecord> records);
}
