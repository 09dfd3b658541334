package io.clientele.profile.rest;

import io.clientele.profile.Customer;
import io.clientele.profile.split.LinkRemovals;
import io.clientele.profile.split.LinksUnavailableException;
import io.clientele.profile.split.Split;
import io.clientele.runtime.http.Problem;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;

/**
 * Splits a customer whose canonical id is this instance's.
 *
 * @param service the name under which links are taken back
 */
public record Splits(LinkRemovals removals, Clock clock, String service) {

  /** Takes an identity's links back and says which; 409 where there are none. */
  Response split(Customer customer, String identity) {
    Optional<Split> split = Split.of(customer, identity);
    if (split.isEmpty()) {
      return notMerged(customer, identity).response();
    }
    try {
      removals.write(split.get().removals(service, clock.instant()));
    } catch (LinksUnavailableException e) {
      return Problem.unavailable(
              "Kafka did not acknowledge the split in time; some of it may be done. Try again.")
          .response();
    }
    return Response.accepted(split.get()).build();
  }

  private static Problem notMerged(Customer customer, String identity) {
    String detail =
        customer.partIds().size() > 1
            ? "'%s' is none of the identities that links hold in customer '%s', or is no more; the"
                + " customer's 'identities' list them."
            : "'%s' cannot be taken out of customer '%s', which consists of a single identity.";
    return Problem.of(
        409, "not-merged", "Not merged", detail.formatted(identity, customer.customerId()));
  }
}
