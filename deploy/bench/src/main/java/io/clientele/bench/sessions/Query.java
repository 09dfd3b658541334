package io.clientele.bench.sessions;

import java.time.Instant;
import java.util.List;

/**
 * Which item comes next?
 *
 * @param session the number of the session that it is about; queries of one are not independent
 * @param items that the session had until then, oldest first
 * @param target that came next
 * @param at when the newest of them was touched
 */
record Query(int session, List<String> items, String target, Instant at) {

  Query {
    items = List.copyOf(items);
  }

  /** The item just touched. */
  String newest() {
    return items.get(items.size() - 1);
  }
}
