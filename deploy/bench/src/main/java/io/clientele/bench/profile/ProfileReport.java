package io.clientele.bench.profile;

import io.clientele.bench.report.Machine;
import java.util.List;

/**
 * Everything that {@code bench profile} has measured, raw rounds included; what {@code
 * profile.json} holds.
 *
 * @param ratio events/s of the service divided by those of the bare counter
 * @param bytesPerCustomer of state: keys and values of the newest rows of all stores
 * @param topicBytesPerCustomer the same of the topics that the service publishes
 * @param storeBytesPerCustomer of state as it stands in RocksDB's files
 * @param restoreSeconds until a service without its stores is ready
 * @param readP50Millis of {@code GET /v1/customers/{id}} while nothing else happens
 * @param readP99BesideEventsMillis while events are written
 * @param checks whether all that was done was done right
 * @param byCustomers the cost of an event as customers grow in number
 * @param byHistory the same as their histories grow
 */
public record ProfileReport(
    String date,
    String commit,
    Machine machine,
    Settings settings,
    double ratio,
    double eventsPerSecond,
    double bareEventsPerSecond,
    double bytesPerCustomer,
    double topicBytesPerCustomer,
    double storeBytesPerCustomer,
    double restoreSeconds,
    double readP50Millis,
    double readP99Millis,
    double readP99BesideEventsMillis,
    Checks checks,
    Rounds.Comparison throughput,
    Sizes sizes,
    Restore restore,
    Reads reads,
    List<CostPoint> byCustomers,
    List<CostPoint> byHistory) {

  /**
   * What must come out.
   *
   * @param ids that events came with
   * @param profiles that there are of them
   * @param events that the bare counter was given
   * @param counted that it counted
   * @param rejected events of ours that the service put into quarantine
   * @param readErrors answers other than 2xx, and broken connections
   */
  public record Checks(
      long ids, long profiles, long events, long counted, long rejected, long readErrors) {

    boolean areSound() {
      return ids == profiles && events == counted && rejected == 0 && readErrors == 0;
    }
  }

  /** Whether every event was taken once by both sides and every question answered. */
  public boolean isSound() {
    return checks.areSound();
  }
}
