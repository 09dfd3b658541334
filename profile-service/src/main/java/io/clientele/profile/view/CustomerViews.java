package io.clientele.profile.view;

import io.clientele.contract.CustomerIds;
import io.clientele.contract.CustomerProfile;
import io.clientele.contract.CustomerProfile.Identity;
import io.clientele.contract.HistoryRecord;
import io.clientele.contract.MergedInto;
import io.clientele.contract.Money;
import io.clientele.contract.ProfileRecord;
import io.clientele.contract.PurchaseHistory;
import io.clientele.contract.profile.Window;
import io.clientele.profile.Customer;
import io.clientele.profile.Part;
import io.clientele.profile.Whole;
import io.clientele.profile.behaviour.DailyCounts;
import io.clientele.profile.behaviour.Sessions;
import io.clientele.profile.person.Demography;
import io.clientele.profile.purchase.LoyaltyProgram;
import io.clientele.profile.purchase.PurchaseView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What others get to see of a customer.
 *
 * @param currency the platform's base currency, ISO 4217
 * @param program what customers earn points and tiers by
 */
public record CustomerViews(String currency, LoyaltyProgram program) {

  /**
   * Checks the currency, since a profile's first amount would be too late to find out.
   *
   * @throws IllegalArgumentException if it is no ISO 4217 code
   */
  public CustomerViews {
    try {
      Money.zero(currency);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "clientele.base-currency is '"
              + currency
              + "'; it must be an ISO 4217 code, three capital letters such as USD",
          e);
    }
  }

  /**
   * The profile as of a time, or where it moved; empty while no event is known.
   *
   * @param time now; of a time more than a day before the newest event was received, some days of
   *     the longest window are no longer known
   */
  public Optional<ProfileRecord> profile(Customer customer, Instant time) {
    if (customer.next() != null) {
      return Optional.of(new MergedInto(customer.customerId(), customer.next()));
    }
    return customer.whole().seen() ? Optional.of(shown(customer, time)) : Optional.empty();
  }

  /** The purchase history, or where it moved; empty while no event is known. */
  public Optional<HistoryRecord> history(Customer customer, PurchaseHistory.Cause cause) {
    if (customer.next() != null) {
      return Optional.of(new MergedInto(customer.customerId(), customer.next()));
    }
    Whole whole = customer.whole();
    return whole.seen()
        ? Optional.of(
            new PurchaseHistory(
                customer.customerId(),
                whole.part().activeDays().firstAt(),
                currency,
                whole.purchases().history(),
                whole.part().activeDays().days().dates(),
                cause))
        : Optional.empty();
  }

  /** Whether the profile of an id that changed shows anything else than before. */
  public static boolean showsOtherProfile(Customer before, Customer after) {
    boolean moved = !Objects.equals(before.next(), after.next());
    boolean visible = before.whole().seen() || after.whole().seen();
    return moved || (after.next() == null && visible);
  }

  /** The same of its purchase history, which only few events change. */
  public static boolean showsOtherHistory(Customer before, Customer after) {
    if (!showsOtherProfile(before, after)) {
      return false;
    }
    Part was = before.whole().part();
    Part is = after.whole().part();
    return !Objects.equals(before.next(), after.next())
        || !Objects.equals(was.activeDays().firstAt(), is.activeDays().firstAt())
        || !was.activeDays().days().equals(is.activeDays().days())
        || !before.whole().purchases().equals(after.whole().purchases());
  }

  private CustomerProfile shown(Customer customer, Instant time) {
    Whole whole = customer.whole();
    Part part = whole.part();
    Map<Window, DailyCounts.Counts> counts = part.counts().at(time);
    DailyCounts.Counts life = counts.get(Window.LIFE);
    Sessions.View sessions = part.sessions().at(time);
    PurchaseView purchases = whole.purchases().at(time, currency);
    return new CustomerProfile(
        customer.customerId(),
        time,
        identities(customer),
        part.activeDays().firstAt(),
        part.activeDays().lastAt(),
        life.events(),
        life.channels(),
        new ActivityWindows(
                part.activeDays().at(time).visits(),
                counts,
                sessions.windows(),
                part.carts().at(time),
                purchases.windows())
            .all(),
        sessions.newest(),
        purchases.purchases(),
        program.standing(purchases),
        part.affinities().merge(whole.bought()).at(time),
        part.engagements().at(time),
        part.voice().at(time),
        Demography.at(part.traits(), part.personal(), time),
        part.places().at(time),
        part.campaigns().at(time),
        part.devices().at(time),
        part.traits().at(time),
        part.personal().at(time));
  }

  private static List<Identity> identities(Customer customer) {
    return customer.partIds().stream()
        .map(
            id ->
                new Identity(
                    CustomerIds.rawId(id), !CustomerIds.isAnonymous(id), customer.linksOf(id)))
        .toList();
  }
}
