package io.clientele.contract;

import java.time.Instant;

/**
 * The fact that two known ids are one customer, or that this was a mistake.
 *
 * @param linkId the same for the same pair in either direction
 * @param previousId the id that was known before, which wins when neither was linked yet
 * @param customerId the id that is one customer with it
 * @param cause {@code alias} or {@code merge}
 * @param source who said so
 * @param removed whether this takes the link back
 */
public record IdentityLink(
    String linkId,
    String previousId,
    String customerId,
    String cause,
    String source,
    Instant at,
    boolean removed) {

  public IdentityLink {
    Require.text(linkId, "linkId");
    Require.text(previousId, "previousId");
    Require.text(customerId, "customerId");
    Require.that(!previousId.equals(customerId), "an id cannot be linked to itself");
    Require.text(cause, "cause");
    Require.present(at, "at");
  }
}
