package io.clientele.profile.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.PurchaseHistory;
import io.clientele.contract.profile.Purchases;
import io.clientele.contract.profile.Window;
import io.clientele.profile.Events;
import io.clientele.profile.fold.StateFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A ledger that is kept by changes says what a recount of all events says. */
final class PurchaseLedgerPropertyTest {

  private static final StateFormat<PurchaseLedger> LEDGERS = StateFormat.of(PurchaseLedger.class);
  private static final StateFormat<OrderEntry> ENTRIES = StateFormat.of(OrderEntry.class);

  /** One customer as the service keeps it: an entry an order, and the ledger. */
  private static final class Customer {
    private final Map<String, OrderEntry> entries = new TreeMap<>();
    private PurchaseLedger ledger = PurchaseLedger.ZERO;

    void add(CustomerEvent event) {
      String id = OrderEntry.idOf(event).orElseThrow();
      put(id, entry(id).add(event.customerId(), event));
    }

    void move(String part, Customer to) {
      for (String id : new ArrayList<>(entries.keySet())) {
        OrderEntry entry = entry(id);
        if (entry.told().containsKey(part)) {
          put(id, entry.without(Set.of(part)));
          to.put(id, to.entry(id).with(part, entry.of(part)));
        }
      }
    }

    private OrderEntry entry(String id) {
      return entries.getOrDefault(id, OrderEntry.NONE);
    }

    private void put(String id, OrderEntry entry) {
      OrderEntry stored = ENTRIES.read(ENTRIES.write(entry));
      ledger = ledger.change(entry(id).merged(), stored.merged());
      ledger = LEDGERS.read(LEDGERS.write(ledger));
      if (stored.untold()) {
        entries.remove(id);
      } else {
        entries.put(id, stored);
      }
    }
  }

  @Property(tries = 1000)
  void changesInAnyOrderWithPartsThatComeAndGoShowWhatARecountShows(
      @ForAll("events") List<CustomerEvent> events, @ForAll Random random) {
    List<CustomerEvent> arriving = new ArrayList<>(events);
    Collections.shuffle(arriving, random);
    Customer ada = new Customer();
    Customer bob = new Customer();
    Set<String> adas = new HashSet<>(Set.of("ada", "phone"));

    for (CustomerEvent event : arriving) {
      (adas.contains(event.customerId()) ? ada : bob).add(event);
      if (random.nextInt(4) == 0) {
        String part = List.of("ada", "phone", "bob").get(random.nextInt(3));
        if (adas.remove(part)) {
          ada.move(part, bob);
        } else {
          adas.add(part);
          bob.move(part, ada);
        }
      }
    }

    assertShows(ada.ledger, arriving.stream().filter(e -> adas.contains(e.customerId())).toList());
    assertShows(bob.ledger, arriving.stream().filter(e -> !adas.contains(e.customerId())).toList());
  }

  @Property(tries = 300)
  void ledgersOfDifferentOrdersMergeToTheLedgerOfAll(
      @ForAll("events") List<CustomerEvent> events, @ForAll Random random) {
    Customer whole = new Customer();
    events.forEach(whole::add);
    PurchaseLedger one = PurchaseLedger.ZERO;
    PurchaseLedger other = PurchaseLedger.ZERO;
    for (OrderEntry entry : whole.entries.values()) {
      if (random.nextBoolean()) {
        one = one.change(null, entry.merged());
      } else {
        other = other.change(null, entry.merged());
      }
    }

    assertThat(one.merge(other)).isEqualTo(other.merge(one)).isEqualTo(whole.ledger);
    assertThat(whole.ledger.merge(PurchaseLedger.ZERO)).isEqualTo(whole.ledger);
  }

  @Property(tries = 500)
  void anyOrderOfEventsAndAnyPartsTellTheSameOrder(
      @ForAll("events") List<CustomerEvent> events, @ForAll Random random) {
    List<CustomerEvent> arriving = new ArrayList<>(events);
    Collections.shuffle(arriving, random);
    int split = random.nextInt(arriving.size() + 1);

    Order merged =
        told(arriving.subList(split, arriving.size())).merge(told(arriving.subList(0, split)));

    assertThat(merged).isEqualTo(told(events.stream().sorted(CustomerEvent.ORDER).toList()));
  }

  @Provide
  Arbitrary<List<CustomerEvent>> events() {
    return Shop.events(400, "ada", "phone", "bob");
  }

  /** All of them as if they were of the same order. */
  private static Order told(List<CustomerEvent> events) {
    Order order = Order.UNKNOWN;
    for (CustomerEvent event : events) {
      order = order.add(event);
    }
    return order;
  }

  private static void assertShows(PurchaseLedger ledger, List<CustomerEvent> events) {
    PurchaseRecount recount = new PurchaseRecount(events);
    for (int days : new int[] {0, 100, 399, 500}) {
      Instant time = Events.NOON.plus(Duration.ofDays(days));
      ledger
          .at(time, Events.CURRENCY)
          .windows()
          .forEach((window, counts) -> assertCounts(counts, recount, time, window));
    }
    assertPurchases(ledger.at(Events.NOON, Events.CURRENCY).purchases(), recount);
    BigDecimal shown =
        ledger.history().stream()
            .map(PurchaseHistory.Day::revenue)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(shown).isEqualByComparingTo(recount.revenue(Events.NOON, Window.LIFE));
  }

  private static void assertCounts(
      PurchaseCounts counts, PurchaseRecount recount, Instant time, Window window) {
    long orders = recount.orders(time, window);
    assertThat(counts.orders()).isEqualTo(orders);
    assertThat(counts.revenue().amount()).isEqualByComparingTo(recount.revenue(time, window));
    assertThat(counts.refunds().amount()).isEqualByComparingTo(recount.refunds(time, window));
    BigDecimal discount = recount.discount(time, window);
    BigDecimal before = recount.earned(time, window).add(discount);
    if (before.signum() == 0) {
      assertThat(counts.discountShare()).isNull();
    } else {
      assertThat(counts.discountShare())
          .isEqualByComparingTo(discount.divide(before, 4, RoundingMode.HALF_EVEN));
    }
    assertThat(counts.weekdays())
        .isEqualTo(
            IntStream.range(0, orders == 0 ? 0 : 7)
                .mapToObj(day -> recount.ordersOnWeekday(time, window, day))
                .toList());
    assertThat(counts.hours())
        .isEqualTo(
            IntStream.range(0, orders == 0 ? 0 : 24)
                .mapToObj(hour -> recount.ordersInHour(time, window, hour))
                .toList());
  }

  private static void assertPurchases(Purchases purchases, PurchaseRecount recount) {
    assertThat(purchases.firstOrderAt()).isEqualTo(recount.firstOrderAt());
    assertThat(purchases.lastOrderAt()).isEqualTo(recount.lastOrderAt());
    assertThat(purchases.refundsWithoutOrder().count()).isEqualTo(recount.looseRefunds());
    assertThat(purchases.netRevenue().amount())
        .isEqualByComparingTo(recount.revenue(Events.NOON, Window.LIFE));
  }
}
