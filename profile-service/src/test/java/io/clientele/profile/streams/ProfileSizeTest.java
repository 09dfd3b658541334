package io.clientele.profile.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import io.clientele.profile.Customer;
import io.clientele.profile.CustomerFold;
import io.clientele.profile.CustomerRows;
import io.clientele.profile.Events;
import io.clientele.profile.Limits;
import io.clientele.profile.Origin;
import io.clientele.profile.Part;
import io.clientele.profile.PartMove;
import io.clientele.profile.Step;
import io.clientele.profile.fold.Deed;
import io.clientele.profile.purchase.LoyaltyProgram;
import io.clientele.profile.purchase.OrderEntry;
import io.clientele.profile.timeline.TimelineEntry;
import io.clientele.profile.view.CustomerViews;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link FoldProfiles} relies on where it does not measure a profile. */
final class ProfileSizeTest {

  private static final CustomerViews VIEWS =
      new CustomerViews(Events.CURRENCY, LoyaltyProgram.DEFAULT);
  private static final String LONG = "x".repeat(180);

  static Stream<List<Deed>> lives() {
    return Stream.of(
        deeds(1, i -> Deed.of(i)),
        deeds(2_000, i -> Deed.of(i * 50L, new Payload.PageViewed(null, "/" + i + LONG))),
        deeds(500, i -> Deed.of(i * 700L, product("p" + i)).on("device-" + i % 60)),
        deeds(400, i -> Deed.of(i * 900L, order("o-" + i))),
        deeds(300, i -> Deed.of(i, new Payload.TraitsChanged(traits(i))).personal(traits(i))),
        deeds(300, i -> Deed.of(i).in(Deed.place("DE", "region-" + i + LONG, "city-" + i + LONG))),
        deeds(300, i -> Deed.of(i).on("d" + i + LONG).in(Deed.device(LONG, LONG + i, LONG))),
        deeds(
            300,
            i ->
                Deed.of(
                    i, new Payload.ServiceTicket(LONG + i, Payload.ServiceTicket.Status.OPENED))));
  }

  @ParameterizedTest
  @MethodSource("lives")
  void profileTakesAtMostFiveTimesItsRowAndSomeKilobytes(List<Deed> deeds) {
    OneCustomer ada = new OneCustomer();
    CustomerFold fold = new CustomerFold(ada, new Limits(300, 20_000, 1_000));
    for (CustomerEvent event : Deed.events(deeds)) {
      ada.take(fold.after(event));
    }
    assertBounded(ada.row);

    for (int id = 0; id < 300; id++) {
      String other = "anonymous:" + LONG + id;
      CustomerMerge.Link link =
          new CustomerMerge.Link(LONG + id, other, "login", "shop", Events.NOON);
      PartMove.Put put = new PartMove.Put(new Origin(other, other, 1), List.of(link), Part.ZERO);
      ada.take(fold.after("ada", put));
    }
    assertBounded(ada.row);
  }

  private static void assertBounded(Customer customer) {
    int row = StoredRows.CUSTOMER.write(customer).length;
    byte[] profile = ViewChange.profile(VIEWS, customer, Deed.at(2_000_000)).value();
    assertThat(profile).hasSizeLessThan(10_000 + 5 * row);
  }

  private static List<Deed> deeds(int count, IntFunction<Deed> deed) {
    return IntStream.range(0, count).mapToObj(deed).toList();
  }

  private static Map<String, Object> traits(int block) {
    Map<String, Object> traits = new HashMap<>();
    IntStream.range(0, 20).forEach(i -> traits.put("name-" + block + "-" + i, LONG));
    return traits;
  }

  private static Payload product(String id) {
    return new Payload.ProductViewed(
        new Product(id, null, id + LONG, id + LONG, null, BigDecimal.TEN, BigDecimal.ONE));
  }

  private static Payload order(String id) {
    return Events.order(id, "7.650");
  }

  /** Whose orders are all new. */
  private static final class OneCustomer implements CustomerRows {

    private Customer row = Customer.unknown("ada");

    void take(Step step) {
      row = ((Step.Taken) step).after();
    }

    @Override
    public Optional<Customer> customer(String customerId) {
      return Optional.of(row);
    }

    @Override
    public Optional<Part> part(String customerId, String partId) {
      return Optional.empty();
    }

    @Override
    public Optional<OrderEntry> order(String customerId, String orderKey) {
      return Optional.empty();
    }

    @Override
    public void orders(String customerId, BiConsumer<String, OrderEntry> visitor) {}

    @Override
    public List<TimelineEntry> timeline(String customerId, String partId, int most) {
      return List.of();
    }
  }
}
