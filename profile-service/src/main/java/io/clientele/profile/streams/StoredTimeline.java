package io.clientele.profile.streams;

import io.clientele.profile.Customer;
import io.clientele.profile.timeline.FoundLines;
import io.clientele.profile.timeline.TimelineEntry;
import io.clientele.profile.timeline.TimelinePage;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The timeline of a customer, of the rows that each of its parts has.
 *
 * @param mostRead how many lines are looked at for one page, besides one of each part
 */
record StoredTimeline(ReadOnlyKeyValueStore<Bytes, byte[]> rows, int mostRead) {

  FoundLines of(Customer customer, TimelinePage page) {
    List<KeyValueIterator<Bytes, byte[]>> open = new ArrayList<>();
    try {
      for (String partId : customer.partIds()) {
        LineRange range = LineRange.of(customer.customerId(), partId, page.before());
        open.add(rows.reverseRange(range.from(), range.to()));
      }
      return page.of(open.stream().map(StoredTimeline::entries).toList(), mostRead);
    } finally {
      open.forEach(KeyValueIterator::close);
    }
  }

  private static Iterator<TimelineEntry> entries(KeyValueIterator<Bytes, byte[]> rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public TimelineEntry next() {
        KeyValue<Bytes, byte[]> row = rows.next();
        return StoredRows.LINE.read(row.value);
      }
    };
  }
}
