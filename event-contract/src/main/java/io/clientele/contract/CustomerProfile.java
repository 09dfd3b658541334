package io.clientele.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything known of one customer, over all of its identities.
 *
 * @param customerId the canonical id
 * @param identities the ids that are this customer, the canonical one first, then by id
 * @param firstSeenAt when the earliest event occurred
 * @param lastSeenAt when the latest event occurred
 * @param traits what the shop said of the customer, by name; the newest value of each
 * @param personal direct identifiers and free text, by name; the newest value of each
 */
@JsonDeserialize(using = JsonDeserializer.None.class)
public record CustomerProfile(
    String customerId,
    List<Identity> identities,
    Instant firstSeenAt,
    Instant lastSeenAt,
    Activity activity,
    Purchases purchases,
    Interests interests,
    SortedMap<String, Trait> traits,
    SortedMap<String, Trait> personal)
    implements ProfileRecord {

  public CustomerProfile {
    Require.text(customerId, "customerId");
    identities = copy(identities);
    Require.present(firstSeenAt, "firstSeenAt");
    Require.present(lastSeenAt, "lastSeenAt");
    Require.present(activity, "activity");
    Require.present(purchases, "purchases");
    Require.present(interests, "interests");
    traits = sorted(traits);
    personal = sorted(personal);
  }

  /**
   * One id of the customer.
   *
   * @param id as the shop sent it
   * @param known whether it is a shop's id rather than a device's
   */
  public record Identity(String id, boolean known) {}

  /**
   * How much the customer did.
   *
   * @param counts events by kind of behaviour
   * @param channels events by channel
   * @param sessions visits: a device's events less than 30 minutes apart are one
   */
  public record Activity(
      SortedMap<Behaviour, Long> counts, SortedMap<Channel, Long> channels, long sessions) {
    public Activity {
      counts = sorted(counts);
      channels = sorted(channels);
    }
  }

  /**
   * What the customer bought.
   *
   * @param orders orders that count: neither cancelled nor wholly refunded
   * @param netRevenue their revenue and everything refunded taken off, in the base currency
   * @param refunded everything refunded
   * @param firstOrderAt of the orders that count; null where there is none
   * @param lastOrderAt of the orders that count; null where there is none
   * @param hours orders by UTC hour of day, 24 counts from midnight
   * @param weekdays orders by UTC weekday, 7 counts from Monday
   */
  public record Purchases(
      long orders,
      Money netRevenue,
      Money refunded,
      @JsonInclude(JsonInclude.Include.ALWAYS) Instant firstOrderAt,
      @JsonInclude(JsonInclude.Include.ALWAYS) Instant lastOrderAt,
      List<Long> hours,
      List<Long> weekdays) {
    public Purchases {
      hours = copy(hours);
      weekdays = copy(weekdays);
    }
  }

  /**
   * What the customer is drawn to.
   *
   * @param categories product contacts by category: views, carts, orders
   */
  public record Interests(SortedMap<String, BigDecimal> categories) {
    public Interests {
      categories = sorted(categories);
    }
  }

  /**
   * A value and where it comes from.
   *
   * @param at when it was said
   * @param source who said it
   */
  public record Trait(Object value, Instant at, String source) {}

  private static <T> List<T> copy(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  private static <K, V> SortedMap<K, V> sorted(Map<K, V> map) {
    return map == null
        ? Collections.emptySortedMap()
        : Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }
}
