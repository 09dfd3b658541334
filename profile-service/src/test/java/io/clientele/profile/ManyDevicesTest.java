package io.clientele.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerMerge;
import io.clientele.profile.purchase.OrderEntry;
import io.clientele.profile.timeline.TimelineEntry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A known id, ada, with many devices, each of which did something and bought something. */
final class ManyDevicesTest {

  private static final int DEVICES = 40;
  private static final int LINES = 25;
  private static final Limits LIMITS = new Limits(300, 20_000, LINES);

  private final Network network = new Network(LIMITS);

  @BeforeEach
  void start() {
    for (int device = 0; device < DEVICES; device++) {
      String id = "anonymous:device-" + device;
      network.send(
          Events.event(
              id, "view-" + device, Events.NOON.plus(Duration.ofHours(device)), Events.view(null)));
      network.send(
          Events.event(id, "order-" + device, Events.NOON, Events.order("o-" + device, "10")));
      network.send(new CustomerMerge(id, "ada", List.of()));
    }
    network.settle(new Random(7));
  }

  @Test
  void splitTakesAllPartsBackInOneMove() {
    mergeAdaIntoBob();

    assertThat(moves(splitOfAda()))
        .singleElement()
        .isInstanceOfSatisfying(
            PartMove.Retract.class,
            retract -> assertThat(retract.generations()).hasSize(DEVICES + 1));
  }

  @Test
  void partsThatAreTakenBackFoldWhatIsLeftOnce() {
    mergeAdaIntoBob();
    PartMove retract = moves(splitOfAda()).get(0);
    VisitedRows rows = new VisitedRows(network.rows);

    Step.Taken left = (Step.Taken) new CustomerFold(rows, LIMITS).after("bob", retract);

    assertThat(rows.visits).isEqualTo(1);
    assertThat(left.after().partIds()).containsExactly("bob");
    assertThat(left.after().orders()).isZero();
    assertThat(left.after().whole()).isEqualTo(Whole.ZERO);
  }

  @Test
  void partsOfAnotherGenerationAreNotTakenBack() {
    mergeAdaIntoBob();
    PartMove.Retract retract = (PartMove.Retract) moves(splitOfAda()).get(0);

    network.send(new CustomerMerge("anonymous:device-0", "eve", List.of()));
    network.send(new CustomerMerge("anonymous:device-0", "ada", List.of()));
    network.settle(new Random(7));
    Step.Taken left = (Step.Taken) new CustomerFold(network.rows, LIMITS).after("bob", retract);

    assertThat(left.after().partIds()).containsExactly("bob", "anonymous:device-0");
  }

  @Test
  void mergePassesOnTheNewestLinesOfAllDevicesTogether() {
    Step.Taken merged =
        (Step.Taken)
            new CustomerFold(network.rows, LIMITS)
                .after("ada", new CustomerMerge("ada", "bob", List.of()));

    List<TimelineEntry> passed =
        moves(merged).stream()
            .filter(PartMove.PutTimeline.class::isInstance)
            .flatMap(move -> ((PartMove.PutTimeline) move).entries().stream())
            .toList();
    assertThat(passed)
        .extracting(TimelineEntry::eventId)
        .containsExactlyInAnyOrderElementsOf(newestViews());
  }

  private static List<String> newestViews() {
    return Stream.iterate(DEVICES - 1, device -> device - 1)
        .limit(LINES)
        .map(device -> "view-" + device)
        .toList();
  }

  private void mergeAdaIntoBob() {
    network.send(new CustomerMerge("ada", "bob", List.of()));
    network.settle(new Random(7));
  }

  private Step.Taken splitOfAda() {
    return (Step.Taken)
        new CustomerFold(network.rows, LIMITS)
            .after("ada", new CustomerMerge("ada", "ada", List.of()));
  }

  private static List<PartMove> moves(Step.Taken step) {
    return step.moves().stream().map(Step.Message::move).toList();
  }

  /** Rows that count how often all orders are read. */
  private static final class VisitedRows implements CustomerRows {

    private final CustomerRows rows;
    private int visits;

    VisitedRows(CustomerRows rows) {
      this.rows = rows;
    }

    @Override
    public Optional<Customer> customer(String customerId) {
      return rows.customer(customerId);
    }

    @Override
    public Optional<Part> part(String customerId, String partId) {
      return rows.part(customerId, partId);
    }

    @Override
    public Optional<OrderEntry> order(String customerId, String orderKey) {
      return rows.order(customerId, orderKey);
    }

    @Override
    public void orders(String customerId, BiConsumer<String, OrderEntry> visitor) {
      visits++;
      rows.orders(customerId, visitor);
    }

    @Override
    public List<TimelineEntry> timeline(String customerId, String partId, int most) {
      return rows.timeline(customerId, partId, most);
    }
  }
}
