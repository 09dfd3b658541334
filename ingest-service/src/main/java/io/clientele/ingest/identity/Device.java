package io.clientele.ingest.identity;

import io.clientele.contract.CustomerIds;
import io.clientele.contract.CustomerMerge;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who has been seen on a device: its first customer, to whom all it did before belongs, and the one
 * whose it is now.
 */
public record Device(String firstCustomer, String currentCustomer) {

  public Device {
    Objects.requireNonNull(firstCustomer, "firstCustomer");
    Objects.requireNonNull(currentCustomer, "currentCustomer");
  }

  /**
   * What one event makes known.
   *
   * @param device as it is now, or null where nobody is known on it
   * @param customerId whose event it is
   * @param firstLink present only when the event makes a device's anonymous past somebody's
   */
  public record Identification(
      Device device, String customerId, Optional<CustomerMerge> firstLink) {}

  /**
   * Decides whose an event is. The first known customer of a device takes over what it did before;
   * any later one only what it does from then on.
   *
   * @param before the device as it was, or null if nobody was known on it
   * @param anonymousId the device, or null
   * @param userId the customer as the shop knows them, or null
   */
  public static Identification identify(Device before, String anonymousId, String userId) {
    if (userId == null) {
      String customerId =
          before == null ? CustomerIds.ofDevice(anonymousId) : before.currentCustomer();
      return new Identification(before, customerId, Optional.empty());
    }
    if (anonymousId == null) {
      return new Identification(before, userId, Optional.empty());
    }
    if (before == null) {
      CustomerMerge merge =
          new CustomerMerge(
              CustomerIds.ofDevice(anonymousId),
              userId,
              List.of(LinkIds.ofDevice(anonymousId, userId)));
      return new Identification(new Device(userId, userId), userId, Optional.of(merge));
    }
    return new Identification(new Device(before.firstCustomer(), userId), userId, Optional.empty());
  }
}
