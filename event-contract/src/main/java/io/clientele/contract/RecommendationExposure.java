package io.clientele.contract;

import java.time.Instant;
import java.util.List;

/**
 * A list of suggestions that was made for a customer. Whether the shop showed all of it, only the
 * shop knows.
 *
 * @param exposureId unique
 * @param customerId the canonical id
 * @param at when the list was made
 * @param sessionId the session that it was made for, as the storefront counts it, or null
 * @param placement where the shop shows it, in the shop's own words, or null
 * @param model what put the items in order, as the answer named it, such as {@code ranker@7/trees}
 * @param bucket of the customer, 0 to 9999, the same as long as the salt is: for experiments
 * @param items what was suggested, the best first, maybe nothing
 */
public record RecommendationExposure(
    String exposureId,
    String customerId,
    Instant at,
    String sessionId,
    String placement,
    String model,
    int bucket,
    List<Item> items) {

  /** How many buckets there are. */
  public static final int BUCKETS = 10_000;

  /**
   * One suggestion.
   *
   * @param id the shop's product id
   * @param position from 1, the best
   * @param kind of the reason for it, such as {@code session} or {@code trending}
   */
  public record Item(String id, int position, String kind) {
    public Item {
      Require.text(id, "id");
      Require.that(position > 0, "position is not above zero");
      Require.text(kind, "kind");
    }
  }

  public RecommendationExposure {
    Require.text(exposureId, "exposureId");
    Require.text(customerId, "customerId");
    Require.time(at, "at");
    Require.text(model, "model");
    Require.that(bucket >= 0 && bucket < BUCKETS, "bucket is not one of " + BUCKETS);
    items = items == null ? List.of() : List.copyOf(items);
  }
}
