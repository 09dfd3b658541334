package io.clientele.runtime.app;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import net.jpountz.lz4.LZ4Factory;
import org.jboss.logging.Logger;

/**
 * Loads lz4's native code, for Kafka's clients to find: on their own they look for it only where
 * they are loaded by the system's class loader, which is not so here, and else compress in Java, at
 * several times the cost.
 */
@Singleton
final class NativeCompression {

  private static final Logger LOG = Logger.getLogger(NativeCompression.class);

  void load(@Observes StartupEvent started) {
    try {
      LZ4Factory.nativeInstance();
    } catch (LinkageError | UnsupportedOperationException noneForThisMachine) {
      LOG.infof("lz4 runs in Java: cause=%s", noneForThisMachine.getMessage());
    }
  }
}
