package io.clientele.profile;

import io.clientele.contract.CustomerIds;
import io.clientele.contract.CustomerProfile;
import io.clientele.contract.CustomerProfile.Identity;
import io.clientele.contract.HistoryRecord;
import io.clientele.contract.MergedInto;
import io.clientele.contract.Money;
import io.clientele.contract.ProfileRecord;
import io.clientele.contract.PurchaseHistory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What others get to see of a customer's state.
 *
 * @param currency the platform's base currency, ISO 4217
 */
public record CustomerViews(String currency) {

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
   * What the topics hold of one state.
   *
   * @param profile empty while no event is known
   * @param history empty while no event is known
   */
  public record Views(Optional<ProfileRecord> profile, Optional<HistoryRecord> history) {

    private static final Views NOTHING = new Views(Optional.empty(), Optional.empty());
  }

  /** Both views, at the cost of adding up the customer's parts once. */
  public Views of(CustomerState state) {
    if (state.next() != null) {
      MergedInto merged = new MergedInto(state.customerId(), state.next());
      return new Views(Optional.of(merged), Optional.of(merged));
    }
    Part whole = state.whole();
    return whole.seen()
        ? new Views(Optional.of(profile(state, whole)), Optional.of(history(state, whole)))
        : Views.NOTHING;
  }

  private PurchaseHistory history(CustomerState state, Part whole) {
    return new PurchaseHistory(
        state.customerId(),
        whole.activity().firstAt(),
        currency,
        PurchaseDays.of(whole.orders()),
        List.copyOf(whole.activeDays().days()));
  }

  private CustomerProfile profile(CustomerState state, Part whole) {
    return new CustomerProfile(
        state.customerId(),
        identities(state),
        whole.activity().firstAt(),
        whole.activity().lastAt(),
        new CustomerProfile.Activity(
            whole.activity().events(), whole.activity().channels(), whole.visits().count()),
        purchases(whole.orders()),
        interests(whole.interests().merge(whole.orders().categories())),
        traits(whole.traits().values()),
        traits(whole.personal().values()));
  }

  private static List<Identity> identities(CustomerState state) {
    return Stream.concat(
            Stream.of(state.customerId()),
            state.parts().keySet().stream().filter(id -> !id.equals(state.customerId())))
        .map(id -> new Identity(CustomerIds.rawId(id), !CustomerIds.isAnonymous(id)))
        .toList();
  }

  private CustomerProfile.Purchases purchases(Orders orders) {
    List<Instant> times = orders.counting().map(order -> order.completion().at()).toList();
    return new CustomerProfile.Purchases(
        times.size(),
        new Money(orders.netRevenue(), currency),
        new Money(orders.refunded(), currency),
        times.stream().min(Comparator.naturalOrder()).orElse(null),
        times.stream().max(Comparator.naturalOrder()).orElse(null),
        histogram(times, 24, OffsetDateTime::getHour),
        histogram(times, 7, time -> time.getDayOfWeek().getValue() - 1));
  }

  private static List<Long> histogram(
      List<Instant> times, int size, ToIntFunction<OffsetDateTime> slot) {
    long[] counts = new long[size];
    times.forEach(time -> counts[slot.applyAsInt(time.atOffset(ZoneOffset.UTC))]++);
    return LongStream.of(counts).boxed().toList();
  }

  private static CustomerProfile.Interests interests(CategoryContacts contacts) {
    SortedMap<String, BigDecimal> categories = new TreeMap<>();
    contacts.contacts().forEach((name, count) -> categories.put(name, BigDecimal.valueOf(count)));
    return new CustomerProfile.Interests(categories);
  }

  private static SortedMap<String, CustomerProfile.Trait> traits(NewestValues values) {
    SortedMap<String, CustomerProfile.Trait> traits = new TreeMap<>();
    values
        .byName()
        .forEach(
            (name, said) -> {
              if (said.value() != null) {
                traits.put(name, new CustomerProfile.Trait(said.value(), said.at(), said.source()));
              }
            });
    return traits;
  }
}
