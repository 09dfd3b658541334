package io.clientele.ingest.identity;

import io.clientele.contract.CustomerMerge;
import io.clientele.contract.IdentityLink;
import java.time.Instant;
import java.util.Objects;

/**
 * A link that holds.
 *
 * @param previousId one end, the older one where both appear here first
 * @param customerId the other end
 * @param cause {@code alias} or {@code merge}
 * @param source who said so, or null
 * @param at when
 * @param position where it stands among all links, by which ids are old or young
 */
public record Link(
    String linkId,
    String previousId,
    String customerId,
    String cause,
    String source,
    Instant at,
    long position) {

  public Link {
    Objects.requireNonNull(linkId, "linkId");
    Objects.requireNonNull(previousId, "previousId");
    Objects.requireNonNull(customerId, "customerId");
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(at, "at");
  }

  /** What stands at this position, and is no removal. */
  static Link of(IdentityLink link, long position) {
    return new Link(
        link.linkId(),
        link.previousId(),
        link.customerId(),
        link.cause(),
        link.source(),
        link.at(),
        position);
  }

  /** The same as one end sees it: with the other. */
  CustomerMerge.Link with(String otherId) {
    return new CustomerMerge.Link(linkId, otherId, cause, source, at);
  }
}
