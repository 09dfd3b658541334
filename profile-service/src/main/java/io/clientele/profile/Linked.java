package io.clientele.profile;

import io.clientele.contract.CustomerMerge;
import java.util.List;
import java.util.Objects;

/**
 * How an id is linked.
 *
 * @param next the id that it is merged into; null where it stands for itself
 * @param generation how often {@code next} changed
 * @param links those with an end at this id; a canonical id has some too
 */
public record Linked(String next, long generation, List<CustomerMerge.Link> links) {

  static final Linked NOT = new Linked(null, 0, List.of());

  public Linked {
    links = links == null ? List.of() : List.copyOf(links);
  }

  /**
   * After the news whose customer an id is.
   *
   * @param merge null where the record was deleted: nothing is linked any more
   */
  Linked after(String customerId, CustomerMerge merge) {
    List<CustomerMerge.Link> now = merge == null ? List.of() : merge.links();
    String target =
        merge == null || merge.canonicalId().equals(customerId) ? null : merge.canonicalId();
    return new Linked(target, Objects.equals(next, target) ? generation : generation + 1, now);
  }
}
