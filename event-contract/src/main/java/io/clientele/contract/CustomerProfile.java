package io.clientele.contract;

import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.clientele.contract.profile.Activity;
import io.clientele.contract.profile.Campaigns;
import io.clientele.contract.profile.Demographics;
import io.clientele.contract.profile.Devices;
import io.clientele.contract.profile.Feedback;
import io.clientele.contract.profile.Geography;
import io.clientele.contract.profile.Interactions;
import io.clientele.contract.profile.Loyalty;
import io.clientele.contract.profile.Preferences;
import io.clientele.contract.profile.Purchases;
import io.clientele.contract.profile.Session;
import io.clientele.contract.profile.Window;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything known of one customer, over all of its identities. What is null is left out of the
 * JSON.
 *
 * @param customerId the canonical id
 * @param asOf the time for which windows, ages, decayed scores and the loyalty tier hold: on the
 *     topic that of the newest input, over HTTP that of the request
 * @param identities the ids that are this customer, the canonical one first, then by id
 * @param firstSeenAt when the earliest event occurred
 * @param lastSeenAt when the latest event occurred
 * @param counts events by kind of behaviour, of all life
 * @param channels events by channel, of all life
 * @param activity what the customer did within each window
 * @param sessions the newest five, newest first
 * @param traits what the shop said of the customer, by name; the newest value of each
 * @param personal direct identifiers and free text, by name; the newest value of each
 */
@JsonDeserialize(using = JsonDeserializer.None.class)
public record CustomerProfile(
    String customerId,
    Instant asOf,
    List<Identity> identities,
    Instant firstSeenAt,
    Instant lastSeenAt,
    SortedMap<Behaviour, Long> counts,
    SortedMap<Channel, Long> channels,
    Map<Window, Activity> activity,
    List<Session> sessions,
    Purchases purchases,
    Loyalty loyalty,
    Preferences preferences,
    Interactions interactions,
    Feedback feedback,
    Demographics demographics,
    Geography geography,
    Campaigns campaigns,
    Devices devices,
    SortedMap<String, Trait> traits,
    SortedMap<String, Trait> personal)
    implements ProfileRecord {

  public CustomerProfile {
    Require.text(customerId, "customerId");
    Require.present(asOf, "asOf");
    identities = copy(identities);
    Require.present(firstSeenAt, "firstSeenAt");
    Require.present(lastSeenAt, "lastSeenAt");
    counts = sorted(counts);
    channels = sorted(channels);
    activity = byWindow(activity);
    sessions = copy(sessions);
    Require.present(purchases, "purchases");
    traits = sorted(traits);
    personal = sorted(personal);
  }

  /**
   * One id of the customer.
   *
   * @param id as the shop sent it
   * @param known whether it is a shop's id rather than a device's
   * @param links by which links it belongs to the customer, the oldest first; a customer of one id
   *     has none
   */
  public record Identity(String id, boolean known, List<CustomerMerge.Link> links) {
    public Identity {
      links = copy(links);
    }
  }

  /**
   * A value and where it comes from.
   *
   * @param value a text, a number, true or false, or a list or an object of such
   * @param at when it was said
   * @param source who said it
   */
  public record Trait(Object value, Instant at, String source) {}

  private static <T> List<T> copy(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  private static Map<Window, Activity> byWindow(Map<Window, Activity> activity) {
    EnumMap<Window, Activity> sorted = new EnumMap<>(Window.class);
    if (activity != null) {
      sorted.putAll(activity);
    }
    return Collections.unmodifiableMap(sorted);
  }

  private static <K, V> SortedMap<K, V> sorted(Map<K, V> map) {
    return map == null
        ? Collections.emptySortedMap()
        : Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }
}
