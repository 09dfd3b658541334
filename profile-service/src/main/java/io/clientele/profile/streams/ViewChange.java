package io.clientele.profile.streams;

import io.clientele.contract.HistoryRecord;
import io.clientele.contract.ProfileRecord;
import io.clientele.contract.PurchaseHistory;
import io.clientele.contract.RecordFormat;
import io.clientele.contract.Topic;
import io.clientele.contract.Topics;
import io.clientele.profile.Customer;
import io.clientele.profile.view.CustomerViews;
import java.time.Instant;
import java.util.Optional;

/**
 * A view of a customer that changed, as its topic is to carry it.
 *
 * @param sink the processor that writes it
 * @param type the record's type, for its headers
 * @param value null where nothing is left to show
 * @param mostBytes that the topic takes of a value
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and handed on at once
record ViewChange(String sink, String type, byte[] value, int mostBytes) {

  private static final RecordFormat<ProfileRecord> PROFILE = RecordFormat.of(ProfileRecord.class);
  private static final RecordFormat<HistoryRecord> HISTORY = RecordFormat.of(HistoryRecord.class);

  /** For the key, the headers and the batch around a value. */
  private static final int ROOM = 64 * 1024;

  /** A customer's profile as of a time. */
  static ViewChange profile(CustomerViews views, Customer customer, Instant at) {
    return change(
        views.profile(customer, at),
        PROFILE,
        ProfileTopology.WRITE_CUSTOMER_PROFILES,
        Topics.CUSTOMER_PROFILES);
  }

  /** A customer's purchase history. */
  static ViewChange history(CustomerViews views, Customer customer, PurchaseHistory.Cause cause) {
    return change(
        views.history(customer, cause),
        HISTORY,
        ProfileTopology.WRITE_PURCHASE_HISTORIES,
        Topics.PURCHASE_HISTORIES);
  }

  private static <V> ViewChange change(
      Optional<? extends V> now, RecordFormat<V> format, String sink, Topic topic) {
    return new ViewChange(
        sink,
        now.map(view -> view.getClass().getSimpleName()).orElse("Tombstone"),
        now.map(format::write).orElse(null),
        topic.largestRecordBytes() - ROOM);
  }

  boolean fits() {
    return value == null || value.length <= mostBytes;
  }
}
