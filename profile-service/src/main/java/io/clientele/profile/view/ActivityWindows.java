package io.clientele.profile.view;

import io.clientele.contract.profile.Activity;
import io.clientele.contract.profile.Window;
import io.clientele.profile.behaviour.Carts;
import io.clientele.profile.behaviour.DailyCounts;
import io.clientele.profile.behaviour.Sessions;
import io.clientele.profile.fold.Windows;
import io.clientele.profile.purchase.PurchaseCounts;
import java.util.SortedMap;

/**
 * What the families know of each window.
 *
 * @param visits active days
 */
record ActivityWindows(
    SortedMap<Window, Integer> visits,
    SortedMap<Window, DailyCounts.Counts> counts,
    SortedMap<Window, Sessions.Counts> sessions,
    SortedMap<Window, Carts.Counts> carts,
    SortedMap<Window, PurchaseCounts> purchases) {

  /** Put together. */
  SortedMap<Window, Activity> all() {
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
