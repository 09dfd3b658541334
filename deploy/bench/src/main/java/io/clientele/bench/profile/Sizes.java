package io.clientele.bench.profile;

import io.clientele.bench.kafka.NewestRecords;
import io.clientele.contract.Topics;
import io.clientele.local.platform.Service;
import java.util.List;
import java.util.stream.Stream;

/**
 * What customers take in the log.
 *
 * @param customers how many
 * @param eventsPerCustomer on the average, so far
 * @param state the changelogs of the stores
 * @param topics what the service publishes
 */
record Sizes(
    int customers,
    double eventsPerCustomer,
    List<NewestRecords> state,
    List<NewestRecords> topics) {

  /** Reads all of it. */
  static Sizes of(Scene scene, int customers, long events) {
    List<String> changelogs = scene.topics().named(Service.PROFILE.module() + "-", "-changelog");
    return new Sizes(
        customers,
        (double) events / customers,
        newest(scene, changelogs.stream()),
        newest(
            scene, Stream.of(Topics.CUSTOMER_PROFILES.name(), Topics.PURCHASE_HISTORIES.name())));
  }

  private static List<NewestRecords> newest(Scene scene, Stream<String> names) {
    return names.map(name -> NewestRecords.of(name, scene.records(), scene.topics())).toList();
  }

  double stateBytesPerCustomer() {
    return bytesPerCustomer(state);
  }

  double topicBytesPerCustomer() {
    return bytesPerCustomer(topics);
  }

  private double bytesPerCustomer(List<NewestRecords> what) {
    return (double) what.stream().mapToLong(NewestRecords::bytes).sum() / customers;
  }

  /** How many ids have a profile, or the id that they were merged into. */
  long profiles() {
    return topics.get(0).keys();
  }
}
