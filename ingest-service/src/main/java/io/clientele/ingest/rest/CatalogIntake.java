package io.clientele.ingest.rest;

import io.clientele.contract.CatalogItem;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.Topics;
import io.clientele.ingest.EventLog;
import io.clientele.ingest.Fingerprint;
import io.clientele.ingest.LogRecord;
import io.clientele.ingest.rest.CatalogReceipt.Rejection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Stores one catalogue in chunks, each acknowledged before the next is read, so that a catalogue of
 * any length needs the memory of one chunk. For one thread.
 */
final class CatalogIntake {

  private static final int CHUNK_ITEMS = 1_000;
  private static final int CHUNK_BYTES = 1024 * 1024;

  /** With more faults than this, it is no catalogue. */
  private static final int MOST_REJECTIONS = 1_000;

  private static final RecordFormat<CatalogItem> FORMAT = RecordFormat.of(CatalogItem.class);

  private final EventLog log;
  private final String service;
  private final Instant receivedAt;
  private final List<LogRecord> chunk = new ArrayList<>();
  private final List<Rejection> rejected = new ArrayList<>();
  private int chunkBytes;
  private int accepted;

  CatalogIntake(EventLog log, String service, Instant receivedAt) {
    this.log = log;
    this.service = service;
    this.receivedAt = receivedAt;
  }

  /** Whether it is worth reading on. */
  boolean goesOn() {
    return rejected.size() < MOST_REJECTIONS;
  }

  /** Takes or lists one item. */
  void add(int place, CatalogVerdict verdict) {
    if (verdict instanceof CatalogVerdict.Refused why) {
      rejected.add(new Rejection(place, why.itemId(), why.reason(), why.pointer(), why.detail()));
      return;
    }
    CatalogItem item = ((CatalogVerdict.Accepted) verdict).item();
    byte[] value = FORMAT.write(item);
    if (value.length > CHUNK_BYTES) {
      rejected.add(new Rejection(place, item.itemId(), "too-large", "", "An item may have 1 MB."));
      return;
    }
    chunk.add(record(item, value));
    chunkBytes += value.length;
    if (chunk.size() >= CHUNK_ITEMS || chunkBytes >= CHUNK_BYTES) {
      store();
    }
  }

  /** Stores what is left. */
  CatalogReceipt finish() {
    store();
    if (!goesOn()) {
      rejected.add(
          new Rejection(
              rejected.get(rejected.size() - 1).line(),
              null,
              "too-many-faults",
              "",
              "After " + MOST_REJECTIONS + " faults the rest was not read."));
    }
    return new CatalogReceipt(accepted, rejected);
  }

  private void store() {
    log.append(List.copyOf(chunk)).toCompletableFuture().join();
    accepted += chunk.size();
    chunk.clear();
    chunkBytes = 0;
  }

  private LogRecord record(CatalogItem item, byte[] value) {
    String id = Fingerprint.of(service, item.itemId(), receivedAt.toString());
    return new LogRecord(
        Topics.CATALOG_ITEMS,
        item.itemId(),
        value,
        receivedAt,
        new LogRecord.Attributes(id, CatalogItem.class.getSimpleName(), receivedAt));
  }
}
