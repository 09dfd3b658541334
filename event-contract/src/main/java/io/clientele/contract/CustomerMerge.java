package io.clientele.contract;

import java.time.Instant;
import java.util.List;

/**
 * Whose customer an id is now.
 *
 * @param customerId a known id, or a device's customer id
 * @param canonicalId the id that stands for the customer: for a known id the canonical id itself,
 *     for a device the known id it was first linked to, to be looked up in turn; equal to {@code
 *     customerId} where nothing, or nothing any more, is linked
 * @param links those that have this id at one end, the oldest first
 */
public record CustomerMerge(String customerId, String canonicalId, List<Link> links) {

  /** The cause of a device's link to the first customer who was known on it. */
  public static final String LOGIN = "login";

  /**
   * One link of this id.
   *
   * @param id the same for the same two ids, as in {@link IdentityLink#linkId}; a removal names it
   * @param with the id at the other end: of a device's link the known id
   * @param cause {@link #LOGIN}, or what its {@link IdentityLink} says: {@code alias}, {@code
   *     merge}
   * @param source who said so, or null
   * @param at when the platform received what decided it
   */
  public record Link(String id, String with, String cause, String source, Instant at) {
    public Link {
      Require.text(id, "id");
      Require.text(with, "with");
      Require.text(cause, "cause");
      Require.present(at, "at");
    }
  }

  public CustomerMerge {
    Require.text(customerId, "customerId");
    Require.text(canonicalId, "canonicalId");
    links = links == null ? List.of() : List.copyOf(links);
  }
}
