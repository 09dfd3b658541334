package io.clientele.bench.profile;

import io.clientele.bench.kafka.NewestRecords;
import java.io.IOException;
import java.util.Map;

/**
 * Starts of the service with many customers.
 *
 * @param customers how many
 * @param restartSeconds from the start of the process until it is ready, its stores in place
 * @param restoreSeconds the same with its stores deleted
 * @param records of the changelogs that are read for it, as they stand: nothing of them is
 *     compacted yet
 * @param storeBytes RocksDB's files by store before, after it has stopped in order
 * @param restoredBytes the same afterwards
 */
record Restore(
    int customers,
    double restartSeconds,
    double restoreSeconds,
    long records,
    Map<String, Long> storeBytes,
    Map<String, Long> restoredBytes) {

  /** Leaves the service running. */
  static Restore measured(Scene scene, Sizes sizes) throws IOException {
    ProfileUnderTest service = scene.service();
    service.stop();
    Map<String, Long> before = StoreFiles.bytes(service.state());
    double restart = service.start();
    service.stop();
    service.forget();
    double restore = service.start();
    service.stop();
    Map<String, Long> after = StoreFiles.bytes(service.state());
    service.start();
    scene.say(
        "  %,d customers: ready after %.1f s, with its stores deleted after %.1f s"
            .formatted(sizes.customers(), restart, restore));
    return new Restore(
        sizes.customers(),
        restart,
        restore,
        sizes.state().stream().mapToLong(NewestRecords::records).sum(),
        before,
        after);
  }

  double storeBytesPerCustomer() {
    return (double) storeBytes.values().stream().mapToLong(Long::longValue).sum() / customers;
  }
}
