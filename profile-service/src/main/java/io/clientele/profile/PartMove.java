package io.clientele.profile;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;
import io.clientele.profile.fold.SortedMaps;
import io.clientele.profile.purchase.Order;
import io.clientele.profile.timeline.TimelineEntry;
import java.util.List;
import java.util.SortedMap;

/**
 * What one id tells the id that it is merged into about a part. A part that is passed on comes as
 * one {@link Put} and, where it has any, {@link PutOrders} and {@link PutTimeline} in pieces.
 */
public sealed interface PartMove {

  Origin origin();

  /** The same, told by another id. */
  PartMove relayedBy(String id);

  /**
   * The part is yours too now.
   *
   * @param links by which links it joined
   */
  record Put(Origin origin, List<CustomerMerge.Link> links, Part part) implements PartMove {
    public Put {
      links = links == null ? List.of() : List.copyOf(links);
    }

    @Override
    public PartMove relayedBy(String id) {
      return new Put(origin.relayedBy(id), links, part);
    }
  }

  /** The part, which is yours, is linked otherwise now. */
  record PutLinks(Origin origin, List<CustomerMerge.Link> links) implements PartMove {
    public PutLinks {
      links = links == null ? List.of() : List.copyOf(links);
    }

    @Override
    public PartMove relayedBy(String id) {
      return new PutLinks(origin.relayedBy(id), links);
    }
  }

  /** So are these of its orders. */
  record PutOrders(Origin origin, SortedMap<String, Order> orders) implements PartMove {
    public PutOrders {
      orders = SortedMaps.copy(orders);
    }

    @Override
    public PartMove relayedBy(String id) {
      return new PutOrders(origin.relayedBy(id), orders);
    }
  }

  /** So are these lines of its timeline. */
  record PutTimeline(Origin origin, List<TimelineEntry> entries) implements PartMove {
    public PutTimeline {
      entries = List.copyOf(entries);
    }

    @Override
    public PartMove relayedBy(String id) {
      return new PutTimeline(origin.relayedBy(id), entries);
    }
  }

  /** The part has got one more event. */
  record Add(Origin origin, CustomerEvent event) implements PartMove {
    @Override
    public PartMove relayedBy(String id) {
      return new Add(origin.relayedBy(id), event);
    }
  }

  /** The part is yours no more. */
  record Retract(Origin origin) implements PartMove {
    @Override
    public PartMove relayedBy(String id) {
      return new Retract(origin.relayedBy(id));
    }
  }
}
