package io.clientele.profile.split;

import io.clientele.contract.IdentityLink;
import java.util.List;

/** Where links are taken back. */
public interface LinkRemovals {

  /**
   * Writes them, and returns once they are stored for good. Writing them again changes nothing.
   *
   * @throws LinksUnavailableException if that cannot be said; some may be stored all the same
   */
  void write(List<IdentityLink> removals);
}
