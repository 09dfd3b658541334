package io.clientele.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerMerge;
import io.clientele.contract.IdentityLink;
import io.clientele.contract.RecordFormat;
import io.clientele.ingest.CustomerReference;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class ConnectionTest {

  private final World world = new World();

  @Test
  void olderIdStandsForBoth() {
    world.apply(link("ada", "ada@shop"));

    assertThat(world.canonical("ada@shop")).isEqualTo("ada");
    assertThat(world.canonical("ada")).isEqualTo("ada");
  }

  @Test
  void twoCustomersThatAreLinkedBecomeTheOlderOfThem() {
    world.apply(link("a", "b"));
    world.apply(link("c", "d"));

    Connection connection = world.apply(link("d", "b"));

    assertThat(world.canonical("c")).isEqualTo("a");
    assertThat(world.canonical("d")).isEqualTo("a");
    assertThat(connection.merges())
        .extracting(CustomerMerge::customerId)
        .containsExactlyInAnyOrder("b", "c", "d");
  }

  @Test
  void sameLinkAgainInEitherDirectionChangesNothing() {
    world.apply(link("a", "b"));

    assertThat(world.apply(link("b", "a")).merges()).isEmpty();
  }

  @Test
  void linkInsideAComponentMovesNobody() {
    world.apply(link("a", "b"));
    world.apply(link("b", "c"));

    Connection connection = world.apply(link("c", "a"));

    assertThat(connection.merges()).extracting(CustomerMerge::canonicalId).containsOnly("a");
    assertThat(world.canonical("c")).isEqualTo("a");
  }

  @Test
  void removedLinkLeavesItsEndsAlone() {
    world.apply(link("a", "b"));

    Connection connection = world.apply(removal("a", "b"));

    assertThat(connection.merges())
        .containsExactlyInAnyOrder(
            new CustomerMerge("a", "a", List.of()), new CustomerMerge("b", "b", List.of()));
  }

  @Test
  void removalOfALinkThatIsNotThereChangesNothing() {
    assertThat(world.apply(removal("a", "b")).merges()).isEmpty();
  }

  @Test
  void componentTakesNoMoreLinksThanItMayHave() {
    fill(world, "hub", Component.MOST_LINKS);

    assertThat(world.attempt(link("hub", "one-more"))).isEmpty();

    assertThat(world.apply(link("hub", "hub1")).merges()).isEmpty();
    world.apply(removal("hub", "hub1"));
    world.apply(link("hub", "one-more"));
    assertThat(world.canonical("one-more")).isEqualTo("hub");
  }

  @Test
  void componentsThatWouldBeTooLargeTogetherStayTwo() {
    fill(world, "a", Component.MOST_LINKS / 2);
    fill(world, "b", Component.MOST_LINKS / 2);

    assertThat(world.attempt(link("a1", "b1"))).isEmpty();

    assertThat(world.canonical("b1")).isEqualTo("b");
  }

  /** What brokers take unless told otherwise. */
  @Test
  void largestComponentAndItsMergesFitIntoRecords() {
    String padding = "€".repeat(CustomerReference.MAX_LENGTH - 10);
    Component largest =
        new Component(
            IntStream.range(0, Component.MOST_LINKS)
                .mapToObj(
                    at ->
                        new Link(
                            LinkIds.ofKnown("hub", "u" + at),
                            "hub" + padding,
                            "u" + at + padding,
                            "merge",
                            "s".repeat(64),
                            Instant.parse("2026-03-01T12:00:00.123456789Z"),
                            Long.MAX_VALUE - at))
                .toList());

    assertThat(RecordFormat.of(Component.class).write(largest)).hasSizeLessThan(1024 * 1024);
    assertThat(largest.merges().get("hub" + padding).links()).hasSize(Component.MOST_LINKS);
    assertThat(largest.merges().values())
        .allSatisfy(
            merge ->
                assertThat(RecordFormat.of(CustomerMerge.class).write(merge))
                    .hasSizeLessThan(1024 * 1024));
  }

  private static void fill(World world, String hub, int links) {
    for (int each = 1; each <= links; each++) {
      world.apply(link(hub, hub + each));
    }
  }

  @Property
  void stateIsThatOfTheRemainingLinksFromScratch(@ForAll("histories") List<IdentityLink> history) {
    World world = new World();
    Map<String, Link> remaining = new LinkedHashMap<>();
    for (int position = 0; position < history.size(); position++) {
      IdentityLink link = history.get(position);
      world.apply(link);
      if (link.removed()) {
        remaining.remove(link.linkId());
      } else {
        remaining.putIfAbsent(link.linkId(), Link.of(link, position));
      }
    }

    Map<String, CustomerMerge> expected = new HashMap<>();
    for (Component component : Component.of(List.copyOf(remaining.values()))) {
      expected.putAll(component.merges());
    }
    assertThat(world.linked()).isEqualTo(expected);
  }

  @Property
  void canonicalIdIsItsOwnAndTheSameForAllThatAreLinked(
      @ForAll("histories") List<IdentityLink> history) {
    World world = new World();
    history.forEach(world::apply);

    world
        .linked()
        .values()
        .forEach(
            merge ->
                assertThat(world.canonical(merge.canonicalId())).isEqualTo(merge.canonicalId()));
    for (Component component : world.components.values()) {
      assertThat(component.merges().keySet())
          .allMatch(member -> world.canonical(member).equals(component.canonicalId()));
    }
  }

  @Provide
  Arbitrary<List<IdentityLink>> histories() {
    Arbitrary<Integer> ids = Arbitraries.integers().between(0, 6);
    return Combinators.combine(ids, ids, Arbitraries.integers().between(0, 3))
        .filter((one, other, kind) -> !one.equals(other))
        .as((one, other, kind) -> link("u" + one, "u" + other, kind == 0))
        .list()
        .ofMaxSize(30);
  }

  private static IdentityLink link(String previousId, String customerId) {
    return link(previousId, customerId, false);
  }

  private static IdentityLink removal(String previousId, String customerId) {
    return link(previousId, customerId, true);
  }

  private static IdentityLink link(String previousId, String customerId, boolean removed) {
    return new IdentityLink(
        LinkIds.ofKnown(previousId, customerId),
        previousId,
        customerId,
        "alias",
        "default",
        Instant.EPOCH,
        removed);
  }

  /** What the stores and the topic hold after each link, as the processor keeps them. */
  private static final class World {

    private final Map<String, Component> components = new HashMap<>();
    private final Map<String, CustomerMerge> merges = new HashMap<>();
    private long position;

    Optional<Connection> attempt(IdentityLink link) {
      return Connection.of(link, position++, of(link.previousId()), of(link.customerId()));
    }

    Connection apply(IdentityLink link) {
      Connection connection = attempt(link).orElseThrow();
      connection.before().forEach(component -> components.remove(component.canonicalId()));
      connection.after().forEach(component -> components.put(component.canonicalId(), component));
      connection.merges().forEach(merge -> merges.put(merge.customerId(), merge));
      return connection;
    }

    String canonical(String id) {
      return merges.containsKey(id) ? merges.get(id).canonicalId() : id;
    }

    Map<String, CustomerMerge> linked() {
      Map<String, CustomerMerge> linked = new HashMap<>(merges);
      linked.values().removeIf(merge -> merge.links().isEmpty());
      return linked;
    }

    private Component of(String id) {
      return components.get(canonical(id));
    }
  }
}
