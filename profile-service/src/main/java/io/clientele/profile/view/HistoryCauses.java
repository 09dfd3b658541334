package io.clientele.profile.view;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.Payload;
import io.clientele.contract.PurchaseHistory.Cause;
import io.clientele.profile.Linked;
import io.clientele.profile.PartMove;
import java.time.Instant;
import java.util.List;

/** Which input made a purchase history what it is. */
public final class HistoryCauses {

  private HistoryCauses() {}

  /**
   * An event.
   *
   * @param first whether the customer was unknown before
   */
  public static Cause of(CustomerEvent event, boolean first) {
    return new Cause(
        first ? Cause.Kind.FIRST_SEEN : kind(event), event.eventId(), event.receivedAt());
  }

  /**
   * A change of an id's links.
   *
   * @param linked the id as it is linked now
   * @param at when the news was written
   */
  public static Cause of(Linked linked, Instant at) {
    return ofLinks(linked.next() == null ? Cause.Kind.SPLIT : Cause.Kind.MERGE, linked.links(), at);
  }

  /** Another id's move. */
  public static Cause of(PartMove move, Instant at) {
    if (move instanceof PartMove.Add add) {
      return of(add.event(), false);
    } else if (move instanceof PartMove.Put put) {
      return ofLinks(Cause.Kind.MERGE, put.links(), at);
    }
    return ofLinks(
        move instanceof PartMove.Retract ? Cause.Kind.SPLIT : Cause.Kind.MERGE, List.of(), at);
  }

  private static Cause ofLinks(Cause.Kind kind, List<CustomerMerge.Link> links, Instant at) {
    return new Cause(kind, links.isEmpty() ? null : links.get(links.size() - 1).id(), at);
  }

  private static Cause.Kind kind(CustomerEvent event) {
    if (event.payload() instanceof Payload.OrderCompleted) {
      return Cause.Kind.ORDER;
    } else if (event.payload() instanceof Payload.OrderRefunded) {
      return Cause.Kind.REFUND;
    }
    return event.payload() instanceof Payload.OrderCancelled
        ? Cause.Kind.CANCELLATION
        : Cause.Kind.ACTIVITY;
  }
}
