package io.clientele.profile.purchase;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.profile.fold.BoughtLine;
import java.util.List;

/**
 * One order and what came of it, in whichever order that was told: a store's row, or what one part
 * tells of it. A refund that names no order is one without a report.
 *
 * @param report the newest; null while only a refund or a cancellation is known
 */
public record Order(OrderReport report, boolean cancelled, OrderRefunds refunds) {

  /** Of which nothing is known. */
  public static final Order UNKNOWN = new Order(null, false, null);

  public Order {
    refunds = refunds == null ? OrderRefunds.NONE : refunds;
  }

  /** With what one more event tells of it, which is never the same one twice. */
  public Order add(CustomerEvent event) {
    if (event.payload() instanceof Payload.OrderCompleted order) {
      return merge(new Order(OrderReport.of(event, order), false, null));
    } else if (event.payload() instanceof Payload.OrderCancelled) {
      return new Order(report, true, refunds);
    } else if (event.payload() instanceof Payload.OrderRefunded refund) {
      return merge(new Order(null, false, OrderRefunds.of(event, refund)));
    }
    return this;
  }

  /** What both sides' different events tell of the same order. */
  public Order merge(Order other) {
    return new Order(
        OrderReport.newer(report, other.report),
        cancelled || other.cancelled,
        refunds.merge(other.refunds));
  }

  /**
   * What its lines tell of interests, also after it went back; another report of the order replaces
   * them. At most 200.
   */
  public List<BoughtLine> lines() {
    if (report == null) {
      return List.of();
    }
    return report.lines().stream()
        .map(line -> new BoughtLine(report.at(), line.category(), line.brand(), line.price()))
        .toList();
  }

  /** How many bytes its lines take, at most; what else it has is bounded and small. */
  public long extent() {
    return (report == null ? 0 : report.lines().stream().mapToLong(OrderLine::extent).sum())
        + refunds.lines().stream().mapToLong(ReturnedLine::extent).sum();
  }
}
