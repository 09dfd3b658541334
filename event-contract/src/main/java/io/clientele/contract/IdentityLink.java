package io.clientele.contract;

import java.time.Instant;

/**
 * The fact that two known ids are one customer, or that this was a mistake. That a device is
 * somebody's follows from a login and not from a link; but that this was a mistake stands here too,
 * with the device's customer id as one of the two.
 *
 * @param linkId the same for the same pair in either direction; of a device as {@link
 *     CustomerMerge.Link#id} says
 * @param previousId the id that was known before, which wins when neither was linked yet
 * @param customerId the id that is one customer with it
 * @param cause {@code alias} or {@code merge}; of a removal what its writer calls it
 * @param source who said so
 * @param at when the platform received it
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
    boolean previousIsDevice = CustomerIds.isAnonymous(previousId);
    boolean customerIsDevice = CustomerIds.isAnonymous(customerId);
    Require.that(!(previousIsDevice && customerIsDevice), "a link has a known id at one end");
    Require.that(
        removed || !(previousIsDevice || customerIsDevice), "a device is linked by a login alone");
    Require.text(cause, "cause");
    Require.present(at, "at");
  }
}
