package io.clientele.ingest.identity;

import io.clientele.contract.CustomerIds;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.IdentityLink;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who has been seen on a device.
 *
 * @param firstCustomer to whom all belongs that it did before it was theirs; the device itself once
 *     this was taken back, which no later login changes
 * @param currentCustomer whose it is now
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
   * @param firstLogin whether the event makes the device's anonymous past somebody's
   */
  public record Identification(Device device, String customerId, boolean firstLogin) {}

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
      return new Identification(before, customerId, false);
    }
    if (anonymousId == null) {
      return new Identification(before, userId, false);
    }
    if (before == null) {
      return new Identification(new Device(userId, userId), userId, true);
    }
    return new Identification(new Device(before.firstCustomer(), userId), userId, false);
  }

  /** The device whose link this is; empty where it is one between known ids. */
  public static Optional<String> namedBy(IdentityLink link) {
    return Stream.of(link.previousId(), link.customerId())
        .filter(CustomerIds::isAnonymous)
        .map(CustomerIds::rawId)
        .findFirst();
  }

  /**
   * The device after its first link was a mistake: its past is its own again, while what it does
   * from now on stays its current customer's.
   *
   * @return empty where that is not its link, or not any more
   */
  public Optional<Device> without(String linkId, String anonymousId) {
    return linkId.equals(LinkIds.ofDevice(anonymousId, firstCustomer))
        ? Optional.of(new Device(CustomerIds.ofDevice(anonymousId), currentCustomer))
        : Optional.empty();
  }

  /**
   * Whose the device's past is.
   *
   * @param source who told of the first login
   * @param at when that was received
   */
  public CustomerMerge merge(String anonymousId, String source, Instant at) {
    String linkId = LinkIds.ofDevice(anonymousId, firstCustomer);
    return new CustomerMerge(
        CustomerIds.ofDevice(anonymousId),
        firstCustomer,
        List.of(new CustomerMerge.Link(linkId, firstCustomer, CustomerMerge.LOGIN, source, at)));
  }
}
