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

  /** A move about one part. */
  sealed interface OfPart extends PartMove {

    Origin origin();

    /** The same, told by another id. */
    OfPart relayedBy(String id);
  }

  /**
   * The part is yours too now.
   *
   * @param links by which links it joined
   */
  record Put(Origin origin, List<CustomerMerge.Link> links, Part part) implements OfPart {
    public Put {
      links = links == null ? List.of() : List.copyOf(links);
    }

    @Override
    public OfPart relayedBy(String id) {
      return new Put(origin.relayedBy(id), links, part);
    }
  }

  /** The part, which is yours, is linked otherwise now. */
  record PutLinks(Origin origin, List<CustomerMerge.Link> links) implements OfPart {
    public PutLinks {
      links = links == null ? List.of() : List.copyOf(links);
    }

    @Override
    public OfPart relayedBy(String id) {
      return new PutLinks(origin.relayedBy(id), links);
    }
  }

  /** So are these of its orders. */
  record PutOrders(Origin origin, SortedMap<String, Order> orders) implements OfPart {
    public PutOrders {
      orders = SortedMaps.copy(orders);
    }

    @Override
    public OfPart relayedBy(String id) {
      return new PutOrders(origin.relayedBy(id), orders);
    }
  }

  /** So are these lines of its timeline. */
  record PutTimeline(Origin origin, List<TimelineEntry> entries) implements OfPart {
    public PutTimeline {
      entries = List.copyOf(entries);
    }

    @Override
    public OfPart relayedBy(String id) {
      return new PutTimeline(origin.relayedBy(id), entries);
    }
  }

  /** The part has got one more event. */
  record Add(Origin origin, CustomerEvent event) implements OfPart {
    @Override
    public OfPart relayedBy(String id) {
      return new Add(origin.relayedBy(id), event);
    }
  }

  /**
   * These parts are yours no more: all that go at once in one move, so that what is left is folded
   * anew once, and nobody sees it half done.
   *
   * @param via the id that tells
   * @param generations of the origins that gave them, by part
   */
  record Retract(String via, SortedMap<String, Long> generations) implements PartMove {
    public Retract {
      generations = SortedMaps.copy(generations);
      if (via == null || generations.containsValue(null)) {
        throw new IllegalArgumentException("a part is taken back by nobody, or of no generation");
      }
    }
  }
}
