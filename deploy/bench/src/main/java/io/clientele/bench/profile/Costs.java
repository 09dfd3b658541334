package io.clientele.bench.profile;

import io.clientele.bench.events.CrowdEvents;
import java.util.ArrayList;
import java.util.List;

/** What an event costs as customers grow in number and as their histories grow in length. */
final class Costs {

  private static final int MOST_WARM_UP_ROUNDS = 8;
  private static final double STEADY_GROWTH = 0.97;
  private static final int OTHERS = 1_000;

  /** A backlog that is not measured: in pieces, so that no transaction lasts. */
  private static final long PIECE = 100_000;

  private final Scene scene;
  private final int pointEvents;
  private final Contestant ours;

  Costs(Scene scene) {
    this.scene = scene;
    this.pointEvents = scene.settings().pointEvents();
    this.ours = scene.ours();
  }

  /** Other customers, whose events warm up the service until they cost no less any more. */
  void warmUp() throws Exception {
    CrowdEvents others =
        scene.newCrowd("other", OTHERS, (long) pointEvents * MOST_WARM_UP_ROUNDS, Settings.SKEW);
    double best = Double.MAX_VALUE;
    for (int round = 0; round < MOST_WARM_UP_ROUNDS; round++) {
      double cost = ours.drain(others, pointEvents).cpuMicrosPerEvent();
      if (cost > best * STEADY_GROWTH) {
        return;
      }
      best = cost;
    }
  }

  /** Crowds of these sizes, one after the other; the earlier ones stay in the stores. */
  List<CostPoint> ofCrowds(List<Integer> sizes) throws Exception {
    List<CostPoint> points = new ArrayList<>();
    for (int customers : sizes) {
      CrowdEvents events =
          scene.newCrowd("crowd-" + customers, customers, pointEvents, Settings.SKEW);
      long first = events.plan().firstEvents();
      work(events, first);
      points.add(told(point(customers, first, events)));
    }
    return points;
  }

  /**
   * Customers with about so many events already: as many of them as it takes to get the events that
   * are measured without making the histories more than twice as long.
   */
  List<CostPoint> ofHistories(List<Integer> lengths) throws Exception {
    List<CostPoint> points = new ArrayList<>();
    for (int length : lengths) {
      int customers = Math.max(1, pointEvents / length);
      long before = (long) customers * length;
      CrowdEvents events = scene.newCrowd("history-" + length, customers, before + pointEvents, 1);
      work(events, before);
      points.add(told(point(customers, before, events)));
    }
    return points;
  }

  private void work(CrowdEvents events, long count) throws Exception {
    for (long left = count; left > 0; left -= PIECE) {
      ours.drain(events, Math.min(left, PIECE));
    }
    scene.settle();
  }

  private CostPoint point(int customers, long before, CrowdEvents events) throws Exception {
    return new CostPoint(customers, (double) before / customers, ours.drain(events, pointEvents));
  }

  private CostPoint told(CostPoint point) {
    scene.say(
        "  %,9d customers with %,9.0f events each: %.0f µs of processor time an event, %,.0f events/s"
            .formatted(
                point.customers(),
                point.history(),
                point.cost().cpuMicrosPerEvent(),
                point.cost().eventsPerSecond()));
    return point;
  }
}
