package io.clientele.ingest.streams;

import io.clientele.contract.CatalogItem;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.MalformedRecordException;
import io.clientele.contract.RecordFormat;
import io.clientele.ingest.clean.Catalogue;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Fills the products of each event from the catalogue as it is known here and now. */
final class FillFromCatalogue implements Processor<String, CustomerEvent, String, CustomerEvent> {

  private static final RecordFormat<CatalogItem> FORMAT = RecordFormat.of(CatalogItem.class);

  private ProcessorContext<String, CustomerEvent> context;
  private KeyValueStore<String, byte[]> items;

  @Override
  public void init(ProcessorContext<String, CustomerEvent> context) {
    this.context = context;
    this.items = context.getStateStore(IngestTopology.CATALOGUE);
  }

  @Override
  public void process(Record<String, CustomerEvent> record) {
    context.forward(record.withValue(Catalogue.fill(record.value(), this::item)));
  }

  /** Nothing of an item that cannot be read: recommendation-service puts it into quarantine. */
  private Optional<CatalogItem> item(String itemId) {
    byte[] json = items.get(itemId);
    if (json == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(FORMAT.read(json));
    } catch (MalformedRecordException unreadable) {
      return Optional.empty();
    }
  }

  /** Keeps the newest of each item as the bytes it came in, since a global task cannot reject. */
  static final class Keep implements Processor<String, byte[], Void, Void> {

    private KeyValueStore<String, byte[]> items;

    @Override
    public void init(ProcessorContext<Void, Void> context) {
      this.items = context.getStateStore(IngestTopology.CATALOGUE);
    }

    @Override
    public void process(Record<String, byte[]> record) {
      if (record.key() != null) {
        items.put(record.key(), record.value());
      }
    }
  }
}
