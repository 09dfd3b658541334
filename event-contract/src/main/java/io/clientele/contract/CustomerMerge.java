package io.clientele.contract;

import java.util.List;

/**
 * Whose customer an id is now.
 *
 * @param customerId a known id, or a device's customer id
 * @param canonicalId the id that stands for the customer: for a known id the canonical id itself,
 *     for a device the known id it was first linked to, to be looked up in turn; equal to {@code
 *     customerId} where nothing, or nothing any more, is linked
 * @param links the ids of the links that say so
 */
public record CustomerMerge(String customerId, String canonicalId, List<String> links) {

  public CustomerMerge {
    Require.text(customerId, "customerId");
    Require.text(canonicalId, "canonicalId");
    links = links == null ? List.of() : List.copyOf(links);
  }
}
