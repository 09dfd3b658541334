package io.clientele.profile.streams;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.RecordFormat;
import io.clientele.profile.Origin;
import io.clientele.profile.Part;
import io.clientele.profile.PartMove;
import io.clientele.profile.purchase.Order;
import io.clientele.profile.timeline.TimelineEntry;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A {@link PartMove} as the internal topic carries it: the domain knows no JSON, so which of the
 * moves it is shows in the field that is there.
 *
 * @param put the part
 * @param links by which links it joined
 * @param orders some of the part's orders
 * @param timeline some lines of the part's timeline
 * @param add the event
 * @param retract which parts are taken back; their origins stand in it
 */
record PartMoveRecord(
    Origin origin,
    Part put,
    List<CustomerMerge.Link> links,
    SortedMap<String, Order> orders,
    List<TimelineEntry> timeline,
    CustomerEvent add,
    PartMove.Retract retract) {

  static final RecordFormat<PartMoveRecord> FORMAT = RecordFormat.of(PartMoveRecord.class);

  PartMoveRecord {
    if (retract == null && (origin == null || origin.partId() == null || origin.via() == null)) {
      throw new IllegalArgumentException("origin is missing");
    }
    if (Stream.of(put, links, orders, timeline, add, retract).allMatch(Objects::isNull)) {
      throw new IllegalArgumentException("nothing is said of the part");
    }
  }

  static PartMoveRecord of(PartMove move) {
    if (move instanceof PartMove.Put some) {
      return new PartMoveRecord(some.origin(), some.part(), some.links(), null, null, null, null);
    } else if (move instanceof PartMove.PutOrders some) {
      return new PartMoveRecord(some.origin(), null, null, some.orders(), null, null, null);
    } else if (move instanceof PartMove.PutTimeline some) {
      return new PartMoveRecord(some.origin(), null, null, null, some.entries(), null, null);
    } else if (move instanceof PartMove.PutLinks some) {
      return new PartMoveRecord(some.origin(), null, some.links(), null, null, null, null);
    } else if (move instanceof PartMove.Add some) {
      return new PartMoveRecord(some.origin(), null, null, null, null, some.event(), null);
    }
    return new PartMoveRecord(null, null, null, null, null, null, (PartMove.Retract) move);
  }

  PartMove move() {
    if (put != null) {
      return new PartMove.Put(origin, links, put);
    } else if (links != null) {
      return new PartMove.PutLinks(origin, links);
    } else if (orders != null) {
      return new PartMove.PutOrders(origin, orders);
    } else if (timeline != null) {
      return new PartMove.PutTimeline(origin, timeline);
    } else if (add != null) {
      return new PartMove.Add(origin, add);
    }
    return retract;
  }

  /**
   * The same without what may be larger than a rejection: whose part it is about, and the event.
   */
  PartMoveRecord named() {
    return new PartMoveRecord(
        origin,
        put == null ? null : Part.ZERO,
        links,
        orders == null ? null : Collections.emptySortedMap(),
        timeline == null ? null : List.of(),
        add,
        retract);
  }
}
