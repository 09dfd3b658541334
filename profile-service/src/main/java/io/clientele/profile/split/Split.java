package io.clientele.profile.split;

import io.clientele.contract.CustomerIds;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.IdentityLink;
import io.clientele.profile.Customer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes an identity out of a customer: none of the links that it has may hold any more.
 *
 * @param customerId the canonical id of whom it was
 * @param identity the id that is taken out, as a customer id
 * @param links those that are taken back
 */
public record Split(String customerId, String identity, List<CustomerMerge.Link> links) {

  private static final String CAUSE = "split";

  public Split {
    links = List.copyOf(links);
  }

  /**
   * The split of an identity from a customer; empty if it is none of the customer's, or if nothing
   * links it.
   *
   * @param customer the canonical id's row
   * @param identity as the shop knows it, or as a customer id
   */
  public static Optional<Split> of(Customer customer, String identity) {
    return CustomerIds.candidates(identity).stream()
        .filter(customer.partIds()::contains)
        .findFirst()
        .map(id -> new Split(customer.customerId(), id, customer.linksOf(id)))
        .filter(split -> !split.links.isEmpty());
  }

  /**
   * What takes the links back.
   *
   * @param service who says so
   */
  public List<IdentityLink> removals(String service, Instant at) {
    return links.stream()
        .map(link -> new IdentityLink(link.id(), link.with(), identity, CAUSE, service, at, true))
        .toList();
  }
}
