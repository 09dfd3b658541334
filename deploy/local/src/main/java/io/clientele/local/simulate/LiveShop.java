package io.clientele.local.simulate;

import io.clientele.local.load.Call;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * The shop as it lives on, sped up so that something is always going on: several visits at a time,
 * by shoppers as likely as they buy often; who drops out makes room for somebody new.
 */
final class LiveShop {

  private static final int VISITS_AT_ONCE = 5;
  private static final double BUYING_SHARE = 0.4;

  private final long seed;
  private final String run;
  private final Visit.Setting setting;
  private final List<Shopper> staying = new ArrayList<>();
  private final List<Deque<Call>> visits = new ArrayList<>();
  private int lastNumber;
  private long visitCount;

  /**
   * @param seed the shop's
   * @param run names this run, so that its visits are told from those of earlier runs
   */
  LiveShop(long seed, String run, Visit.Setting setting) {
    this.seed = seed;
    this.run = run;
    this.setting = setting;
    for (int number = 1; number <= History.SHOPPERS; number++) {
      staying.add(Shopper.of(seed, number, setting.assortment().categories()));
    }
    this.lastNumber = History.SHOPPERS;
  }

  /** What somebody does next, now. */
  Call next(Instant now) {
    Random random = setting.random();
    while (visits.size() < VISITS_AT_ONCE) {
      visits.add(new ArrayDeque<>(visit(now)));
    }
    Deque<Call> visit = visits.get(random.nextInt(visits.size()));
    Call call = visit.remove();
    if (visit.isEmpty()) {
      visits.remove(visit);
    }
    return new Call(call.shopper(), call.body(), now);
  }

  private List<Call> visit(Instant now) {
    Random random = setting.random();
    int place = weighted(random);
    Shopper shopper = staying.get(place);
    boolean isNew = shopper.number() > History.SHOPPERS;
    boolean buys = random.nextDouble() < BUYING_SHARE;
    visitCount++;
    String id = "live-" + run + "-" + visitCount;
    List<Call> calls = Visit.of(shopper, id, now, isNew, buys, setting);
    if (buys && shopper.habits().isLast(random)) {
      lastNumber++;
      staying.set(place, Shopper.of(seed, lastNumber, setting.assortment().categories()));
    }
    return calls;
  }

  private int weighted(Random random) {
    double sum = staying.stream().mapToDouble(shopper -> shopper.habits().ordersPerWeek()).sum();
    double left = random.nextDouble() * sum;
    for (int place = 0; place < staying.size(); place++) {
      left -= staying.get(place).habits().ordersPerWeek();
      if (left <= 0) {
        return place;
      }
    }
    return staying.size() - 1;
  }
}
