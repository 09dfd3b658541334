package io.clientele.contract;

import io.clientele.contract.Topic.Kept;
import io.clientele.contract.Topic.Spread;
import java.time.Duration;
import java.util.List;

/** Every topic of the platform, declared once. Which record each carries stands in the README. */
public final class Topics {

  /** An event of 1 MB and room for what the platform adds to it. */
  public static final int MAX_RECORD_BYTES = 2 * 1024 * 1024;

  /**
   * A rejection carries a whole record or request body as text inside JSON, where a character may
   * take six bytes; a record that does not fit would stop whoever quarantines it.
   */
  public static final int MAX_REJECTION_BYTES = 7 * MAX_RECORD_BYTES;

  public static final Topic RECEIVED_EVENTS = lasting("received-events", Duration.ofDays(3));
  public static final Topic CUSTOMER_EVENTS = forEver("customer-events");
  public static final Topic REJECTED_EVENTS =
      new Topic(
          "rejected-events",
          Spread.BY_CUSTOMER,
          new Kept.For(Duration.ofDays(30)),
          MAX_REJECTION_BYTES);

  /** Never compacted: a canonical id follows from which link came first, also in a rebuild. */
  public static final Topic IDENTITY_LINKS =
      new Topic("identity-links", Spread.SINGLE, new Kept.ForEver());

  public static final Topic CUSTOMER_MERGES = latest("customer-merges");
  public static final Topic CATALOG_ITEMS = latest("catalog-items");
  public static final Topic CUSTOMER_PROFILES = latest("customer-profiles");
  public static final Topic PURCHASE_HISTORIES = latest("purchase-histories");
  public static final Topic LIFECYCLE_TRANSITIONS = forEver("lifecycle-transitions");
  public static final Topic LIFECYCLE_ALERTS = lasting("lifecycle-alerts", Duration.ofDays(90));

  /** A model is some 250 kB: a fraction of what a record may have. */
  public static final Topic RECOMMENDATION_MODELS =
      new Topic("recommendation-models", Spread.SINGLE, new Kept.Latest());

  public static final Topic RECOMMENDATION_EXPOSURES =
      lasting("recommendation-exposures", Duration.ofDays(90));

  private Topics() {}

  /** All of them, in the order of the flow. */
  public static List<Topic> all() {
    return List.of(
        RECEIVED_EVENTS,
        CUSTOMER_EVENTS,
        REJECTED_EVENTS,
        IDENTITY_LINKS,
        CUSTOMER_MERGES,
        CATALOG_ITEMS,
        CUSTOMER_PROFILES,
        PURCHASE_HISTORIES,
        LIFECYCLE_TRANSITIONS,
        LIFECYCLE_ALERTS,
        RECOMMENDATION_MODELS,
        RECOMMENDATION_EXPOSURES);
  }

  private static Topic forEver(String name) {
    return new Topic(name, Spread.BY_CUSTOMER, new Kept.ForEver());
  }

  private static Topic latest(String name) {
    return new Topic(name, Spread.BY_CUSTOMER, new Kept.Latest());
  }

  private static Topic lasting(String name, Duration span) {
    return new Topic(name, Spread.BY_CUSTOMER, new Kept.For(span));
  }
}
