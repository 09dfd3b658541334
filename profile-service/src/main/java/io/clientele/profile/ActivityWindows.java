package io.clientele.profile;

import io.clientele.contract.profile.Activity;
import io.clientele.contract.profile.Window;
import io.clientele.profile.behaviour.ActiveDays;
import io.clientele.profile.behaviour.Carts;
import io.clientele.profile.behaviour.DailyCounts;
import io.clientele.profile.behaviour.Sessions;
import io.clientele.profile.fold.Windows;
import io.clientele.profile.purchase.PurchaseCounts;
import java.time.Instant;
import java.util.SortedMap;

/** Puts together what the families know of each window. */
final class ActivityWindows {

  private ActivityWindows() {}

  static SortedMap<Window, Activity> of(
      Part part, SortedMap<Window, PurchaseCounts> purchases, Instant time) {
    ActiveDays.Presence presence = part.activeDays().at(time);
    SortedMap<Window, DailyCounts.Counts> counts = part.counts().at(time);
    SortedMap<Window, Sessions.Counts> sessions = part.sessions().at(time).windows();
    SortedMap<Window, Carts.Counts> carts = part.carts().at(time);
    return Windows.each(
        window ->
            activity(
                presence.visits().get(window),
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
