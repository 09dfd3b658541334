package io.clientele.ingest.identity;

import java.util.Objects;

/**
 * A link that holds.
 *
 * @param previousId one end, the older one where both appear here first
 * @param customerId the other end
 * @param position where it stands among all links, by which ids are old or young
 */
public record Link(String linkId, String previousId, String customerId, long position) {

  public Link {
    Objects.requireNonNull(linkId, "linkId");
    Objects.requireNonNull(previousId, "previousId");
    Objects.requireNonNull(customerId, "customerId");
  }
}
