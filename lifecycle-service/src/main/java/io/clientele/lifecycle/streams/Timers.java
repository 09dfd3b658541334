package io.clientele.lifecycle.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Customers by the moment at which to look at them again, so that only what is due is read. A key
 * is the moment in epoch milliseconds, big-endian and therefore in order, and the customer id.
 */
final class Timers {

  private static final byte[] NOTHING = new byte[0];

  private final KeyValueStore<Bytes, byte[]> store;

  /** Before this no timer is set: what was removed there costs a scan until RocksDB compacts it. */
  private long noneBeforeMillis;

  Timers(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  void set(Instant due, String customerId) {
    noneBeforeMillis = Math.min(noneBeforeMillis, millis(due));
    store.put(key(millis(due), customerId), NOTHING);
  }

  void remove(Instant due, String customerId) {
    store.delete(key(millis(due), customerId));
  }

  /** Customers whose moment has come, the longest overdue first. */
  List<String> due(long nowMillis, int limit) {
    List<String> customers = new ArrayList<>();
    if (nowMillis < noneBeforeMillis) {
      return customers;
    }
    // The key of the next millisecond without an id sorts before every customer's of it.
    try (KeyValueIterator<Bytes, byte[]> keys =
        store.range(key(noneBeforeMillis, ""), key(nowMillis + 1, ""))) {
      while (keys.hasNext() && customers.size() < limit) {
        KeyValue<Bytes, byte[]> next = keys.next();
        customers.add(customerOf(next.key.get()));
      }
    }
    if (customers.isEmpty()) {
      noneBeforeMillis = nowMillis + 1;
    }
    return customers;
  }

  /** Rounds up to the millisecond, so that the moment has passed when its timer fires. */
  private static long millis(Instant due) {
    return Math.max(0, due.plusNanos(999_999).toEpochMilli());
  }

  private static Bytes key(long millis, String customerId) {
    byte[] id = customerId.getBytes(UTF_8);
    return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + id.length).putLong(millis).put(id).array());
  }

  private static String customerOf(byte[] key) {
    return new String(key, Long.BYTES, key.length - Long.BYTES, UTF_8);
  }
}
