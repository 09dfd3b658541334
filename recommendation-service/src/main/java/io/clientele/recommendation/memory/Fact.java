package io.clientele.recommendation.memory;

import io.clientele.contract.CatalogItem;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;

/** What the recommender learns from the log. */
public sealed interface Fact {

  /** Somebody did something. */
  record Happened(CustomerEvent event) implements Fact {}

  /** An id leads to another one, or to itself. */
  record Merged(CustomerMerge merge) implements Fact {}

  /** An id leads nowhere any more. */
  record Unmerged(String customerId) implements Fact {}

  /** The shop described an item, or withdrew it. */
  record Listed(CatalogItem item) implements Fact {}

  /** The shop's catalogue no longer speaks of an item. */
  record Unlisted(String itemId) implements Fact {}
}
