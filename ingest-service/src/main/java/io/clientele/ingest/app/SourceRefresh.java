package io.clientele.ingest.app;

import io.clientele.ingest.source.Source;
import io.clientele.ingest.source.SourceRegistry;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Keeps the registry as the database has it. While that is away the registry stays as it is: what
 * was a source a moment ago is one still.
 */
final class SourceRefresh implements Runnable {

  private static final Logger LOG = Logger.getLogger(SourceRefresh.class);

  private final Runnable migration;
  private final Supplier<List<Source>> stored;
  private final SourceRegistry registry;
  private boolean migrated;
  private boolean complaining;
  private volatile boolean answering;

  /**
   * @param migration brings the database up to date; run before the first read, and again after a
   *     failure, since another database may answer then
   * @param stored reads all sources
   */
  SourceRefresh(Runnable migration, Supplier<List<Source>> stored, SourceRegistry registry) {
    this.migration = migration;
    this.stored = stored;
    this.registry = registry;
  }

  /** Whether the database answered last time. */
  boolean isAnswering() {
    return answering;
  }

  /** One turn. Never fails, and one at a time: an older picture must not replace a newer one. */
  @Override
  public synchronized void run() {
    try {
      if (!migrated) {
        migration.run();
      }
      migrated = true;
      registry.replace(stored.get());
      if (complaining) {
        LOG.info("sources are read again");
      }
      complaining = false;
      answering = true;
    } catch (RuntimeException e) {
      if (!complaining) {
        LOG.warnf("sources cannot be read, going on with those known: cause=%s", e.toString());
      }
      complaining = true;
      migrated = false;
      answering = false;
    }
  }
}
