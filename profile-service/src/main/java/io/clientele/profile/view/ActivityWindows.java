package io.clientele.profile.view;

import io.clientele.contract.profile.Activity;
import io.clientele.contract.profile.Window;
import io.clientele.profile.behaviour.Carts;
import io.clientele.profile.behaviour.DailyCounts;
import io.clientele.profile.behaviour.Sessions;
import io.clientele.profile.fold.Windows;
import io.clientele.profile.purchase.PurchaseCounts;
import java.util.Map;

/**
 * What the families know of each window.
 *
 * @param visits active days
 */
record ActivityWindows(
    Map<Window, Integer> visits,
    Map<Window, DailyCounts.Counts> counts,
    Map<Window, Sessions.Counts> sessions,
    Map<Window, Carts.Counts> carts,
    Map<Window, PurchaseCounts> purchases) {

  /** Put together. */
  Map<Window, Activity> all() {
    return Windows.each(
        window ->
            activity(
                visits.get(window),
                counts.get(window),
                sessions.get(window),
                carts.get(window),
                purchases.get(window)));
  }

  private static Activity activity(
      int visits,
      DailyCounts.Counts counts,
      Sessions.Counts sessions,
      Carts.Counts carts,
      PurchaseCounts purchases) {
    return new Activity(
        visits,
        sessions.sessions(),
        sessions.bounces(),
        counts.pageViews(),
        counts.productViews(),
        sessions.dwellSeconds(),
        counts.searches(),
        carts.carts(),
        carts.abandoned(),
        purchases.orders(),
        purchases.revenue(),
        purchases.refunds(),
        purchases.averageOrderValue(),
        purchases.discountShare(),
        purchases.weekdays(),
        purchases.hours());
  }
}
