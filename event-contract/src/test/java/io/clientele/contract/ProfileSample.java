package io.clientele.contract;

import io.clientele.contract.CustomerProfile.Identity;
import io.clientele.contract.CustomerProfile.Trait;
import io.clientele.contract.profile.Activity;
import io.clientele.contract.profile.Affinity;
import io.clientele.contract.profile.Campaign;
import io.clientele.contract.profile.Campaigns;
import io.clientele.contract.profile.Demographics;
import io.clientele.contract.profile.Device;
import io.clientele.contract.profile.Devices;
import io.clientele.contract.profile.Feedback;
import io.clientele.contract.profile.Geography;
import io.clientele.contract.profile.Interactions;
import io.clientele.contract.profile.Loyalty;
import io.clientele.contract.profile.Place;
import io.clientele.contract.profile.Preferences;
import io.clientele.contract.profile.Purchases;
import io.clientele.contract.profile.Session;
import io.clientele.contract.profile.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A profile with something in every field. */
final class ProfileSample {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Trait FEMALE = new Trait("female", NOON, "shop");

  private ProfileSample() {}

  static CustomerProfile profile() {
    return new CustomerProfile(
        "ada",
        NOON,
        identities(),
        NOON,
        NOON,
        new TreeMap<>(Map.of(Behaviour.PURCHASE, 1L, Behaviour.BROWSE, 2L)),
        new TreeMap<>(Map.of(Channel.WEB, 3L)),
        windows(),
        List.of(session()),
        purchases(),
        new Loyalty(7, "bronze", money("7.65"), "silver", money("192.35")),
        preferences(),
        new Interactions(1, 2, 3, 4, 5, 6, NOON),
        feedback(),
        new Demographics(FEMALE, FEMALE, FEMALE, FEMALE, FEMALE, FEMALE),
        new Geography(place(), NOON, place(), 1.0),
        new Campaigns(campaign(), campaign()),
        new Devices(1, List.of(new Device("device-1", "phone", "Firefox", "Android", NOON, NOON))),
        new TreeMap<>(Map.of("plan", new Trait("gold", NOON, "shop"))),
        new TreeMap<>(Map.of("email", new Trait("ada@example.org", NOON, "shop"))));
  }

  private static List<Identity> identities() {
    CustomerMerge.Link login =
        new CustomerMerge.Link("link-1", "ada", CustomerMerge.LOGIN, "shop", NOON);
    return List.of(
        new Identity("ada", true, List.of()), new Identity("device-1", false, List.of(login)));
  }

  private static Map<Window, Activity> everyWindow(Activity activity) {
    Map<Window, Activity> windows = new EnumMap<>(Window.class);
    for (Window window : Window.values()) {
      windows.put(window, activity);
    }
    return windows;
  }

  private static Map<Window, Activity> windows() {
    return new TreeMap<>(
        everyWindow(
            new Activity(
                1,
                2,
                1,
                3,
                2,
                90,
                1,
                1,
                0,
                1,
                money("7.65"),
                money("0"),
                money("7.65"),
                new BigDecimal("0.1"),
                counts(7, 6),
                counts(24, 12))));
  }

  private static Session session() {
    return new Session(
        "device-1",
        NOON,
        NOON.plusSeconds(90),
        3,
        2,
        "/",
        "/mug",
        List.of(new Session.Stop("/", 60), new Session.Stop("/mug", 30)),
        90,
        false,
        "spring");
  }

  private static Purchases purchases() {
    return new Purchases(
        1,
        0,
        money("7.65"),
        money("0"),
        new Purchases.LooseRefunds(0, money("0")),
        0,
        NOON,
        NOON,
        counts(24, 12),
        counts(7, 6));
  }

  private static Preferences preferences() {
    List<Affinity> kitchen = List.of(new Affinity("kitchen", 1.5, 1.0));
    return new Preferences(kitchen, kitchen, kitchen, kitchen);
  }

  private static Feedback feedback() {
    Feedback.Answers answers = new Feedback.Answers(1, new BigDecimal("9"), 9, NOON);
    return new Feedback(
        1,
        new BigDecimal("4.5"),
        answers,
        Feedback.Recommender.PROMOTER,
        answers,
        1,
        List.of("t-1"),
        1,
        NOON);
  }

  private static Place place() {
    return new Place("GB", "England", "London");
  }

  private static Campaign campaign() {
    return new Campaign("spring", "paid-search", "google", "cpc", "google.com", NOON);
  }

  private static List<Long> counts(int size, int one) {
    List<Long> counts = new ArrayList<>(Collections.nCopies(size, 0L));
    counts.set(one, 1L);
    return counts;
  }

  private static Money money(String amount) {
    return new Money(new BigDecimal(amount), "USD");
  }
}
