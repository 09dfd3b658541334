package io.clientele.recommendation.log;

import io.clientele.contract.CatalogItem;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.Topic;
import io.clientele.contract.Topics;
import io.clientele.recommendation.memory.Fact;
import java.util.List;
import java.util.Optional;

/** Turns the records of the topics that the recommender learns from into facts. */
final class FactReader {

  /** What is read. */
  static final List<Topic> TOPICS =
      List.of(Topics.CUSTOMER_EVENTS, Topics.CUSTOMER_MERGES, Topics.CATALOG_ITEMS);

  private final RecordFormat<CustomerEvent> events = RecordFormat.of(CustomerEvent.class);
  private final RecordFormat<CustomerMerge> merges = RecordFormat.of(CustomerMerge.class);
  private final RecordFormat<CatalogItem> items = RecordFormat.of(CatalogItem.class);

  /**
   * The fact of a record; a tombstone takes one back, or says nothing where there is no key.
   *
   * @throws io.clientele.contract.MalformedRecordException if the value cannot be read
   */
  Optional<Fact> read(String topic, String key, byte[] value) {
    boolean merge = topic.equals(Topics.CUSTOMER_MERGES.name());
    boolean item = topic.equals(Topics.CATALOG_ITEMS.name());
    if (value != null) {
      return Optional.of(
          merge
              ? new Fact.Merged(merges.read(value))
              : item ? new Fact.Listed(items.read(value)) : new Fact.Happened(events.read(value)));
    } else if (key != null && merge) {
      return Optional.of(new Fact.Unmerged(key));
    } else if (key != null && item) {
      return Optional.of(new Fact.Unlisted(key));
    } else {
      return Optional.empty();
    }
  }
}
