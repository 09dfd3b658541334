package io.clientele.recommendation.memory;

import io.clientele.contract.CatalogItem;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;
import java.time.Duration;
import java.time.Instant;

/** What the recommender learns from the log. */
public sealed interface Fact {

  /** Somebody did something. */
  record Happened(CustomerEvent event) implements Fact {

    private static final Duration MOST_AHEAD = Duration.ofHours(1);

    /**
     * When, in epoch milliseconds; at most an hour after it was received, or one clock that is far
     * ahead would make everything else look old.
     */
    long millis() {
      Instant latest = event.receivedAt().plus(MOST_AHEAD);
      return Math.min(event.occurredAt().toEpochMilli(), latest.toEpochMilli());
    }
  }

  /** An id leads to another one, or to itself. */
  record Merged(CustomerMerge merge) implements Fact {}

  /** An id leads nowhere any more. */
  record Unmerged(String customerId) implements Fact {}

  /** The shop described an item, or withdrew it. */
  record Listed(CatalogItem item) implements Fact {}

  /** The shop's catalogue no longer speaks of an item. */
  record Unlisted(String itemId) implements Fact {}
}
