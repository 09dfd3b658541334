package io.clientele.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import io.clientele.profile.fold.StateFormat;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders whose lines are as long as lines can be. */
final class LargeOrdersTest {

  private static final String LONGEST = "漢".repeat(200);

  private Network network;

  @BeforeEach
  void start() {
    network = new Network(new Limits(300, 20_000, 1_000));
  }

  @Test
  void customerWhoseOrdersOutgrowTheBoundKeepsThoseThatWereTaken() {
    order("ada", 40);
    network.settle(new Random(7));

    assertThat(network.refused).isNotEmpty();
    assertThat(network.refused).extracting(Step.Refused::reason).containsOnly("too-many-orders");
    assertThat(network.rows.customer("ada").orElseThrow().orders())
        .isEqualTo(40 - network.refused.size());
  }

  @Test
  void ordersTravelInMovesThatTheTopicTakes() {
    order("ada", 20);
    network.settle(new Random(7));
    CustomerMerge.Link link = new CustomerMerge.Link("link", "bob", "alias", "shop", Events.NOON);

    Step.Taken merged =
        (Step.Taken)
            new CustomerFold(network.rows, new Limits(300, 20_000, 1_000))
                .after("ada", new CustomerMerge("ada", "bob", List.of(link)));

    List<PartMove.PutOrders> moves =
        merged.moves().stream()
            .map(Step.Message::move)
            .filter(PartMove.PutOrders.class::isInstance)
            .map(PartMove.PutOrders.class::cast)
            .toList();
    assertThat(moves).hasSizeGreaterThan(1);
    assertThat(moves)
        .allSatisfy(
            move ->
                assertThat(StateFormat.of(PartMove.PutOrders.class).write(move).length)
                    .isLessThan(2 * 1024 * 1024));
    assertThat(moves.stream().mapToInt(move -> move.orders().size()).sum()).isEqualTo(20);
  }

  @Test
  void splitFreesTheRoomThatTheOrdersTook() {
    order("ada", 10);
    CustomerMerge.Link link = new CustomerMerge.Link("link", "bob", "alias", "shop", Events.NOON);
    network.send(new CustomerMerge("ada", "bob", List.of(link)));
    network.settle(new Random(7));
    long held = network.rows.customer("bob").orElseThrow().orderBytes();

    network.send(new CustomerMerge("ada", "ada", List.of()));
    network.settle(new Random(7));

    assertThat(held)
        .isPositive()
        .isEqualTo(network.rows.customer("ada").orElseThrow().orderBytes());
    assertThat(network.rows.customer("bob").orElseThrow().orderBytes()).isZero();
  }

  private void order(String customerId, int orders) {
    List<Product> lines =
        IntStream.range(0, 200)
            .mapToObj(
                line ->
                    new Product(
                        LONGEST.substring(3) + line, null, LONGEST, LONGEST, null, null, null))
            .toList();
    for (int order = 0; order < orders; order++) {
      CustomerEvent event =
          Events.event(
              customerId,
              "e-" + order,
              Events.NOON.plus(Duration.ofMinutes(order)),
              new Payload.OrderCompleted("o-" + order, Events.money("10"), null, lines));
      network.send(event);
    }
  }
}
