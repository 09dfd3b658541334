package io.clientele.local.simulate;

import io.clientele.local.load.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** What happened in the simulated shop before anybody looked: the same for the same diary. */
final class History {

  static final int SHOPPERS = 200;
  static final Duration LENGTH = Duration.ofDays(182);

  private static final Duration WEEK = Duration.ofDays(7);

  /** The first 200 come over these days, so that even the last have some past. */
  private static final Duration ARRIVALS = Duration.ofDays(150);

  private History() {}

  /** Every call from the opening until the diary's first day, in the order of their times. */
  static List<Call> of(ShopDiary diary, Assortment assortment, String currency) {
    List<Call> calls = new ArrayList<>();
    for (int number = 1; number <= SHOPPERS; number++) {
      Shopper shopper = Shopper.of(diary.seed(), number, assortment.categories());
      Random random = Shopper.randomness(diary.seed(), number, 1);
      calls.addAll(life(shopper, diary, new Visit.Setting(assortment, currency, random)));
    }
    calls.removeIf(call -> call.time().isAfter(diary.observedFrom()));
    calls.sort(Comparator.comparing(Call::time));
    return calls;
  }

  private static List<Call> life(Shopper shopper, ShopDiary diary, Visit.Setting setting) {
    Random random = setting.random();
    Instant arrival = diary.openedAt().plus(part(ARRIVALS, random.nextDouble()));
    double weeks =
        (double) Duration.between(arrival, diary.observedFrom()).toMillis() / WEEK.toMillis();
    List<Call> calls = new ArrayList<>();
    boolean first = true;
    int visit = 0;
    for (double week : shopper.habits().orders(random, weeks)) {
      Instant order = arrival.plus(part(WEEK, week));
      if (random.nextBoolean()) {
        Instant look = order.minus(part(Duration.ofDays(2), random.nextDouble()));
        visit++;
        calls.addAll(Visit.of(shopper, name(shopper, visit), look, first, false, setting));
        first = false;
      }
      visit++;
      calls.addAll(Visit.of(shopper, name(shopper, visit), order, first, true, setting));
      first = false;
    }
    return calls;
  }

  private static Duration part(Duration whole, double share) {
    return Duration.ofMillis((long) (whole.toMillis() * share));
  }

  private static String name(Shopper shopper, int visit) {
    return "shop-" + shopper.number() + "-" + visit;
  }
}
