package io.clientele.ingest.identity;

import static io.clientele.ingest.identity.LinkWorld.link;
import static io.clientele.ingest.identity.LinkWorld.removal;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerMerge;
import io.clientele.contract.IdentityLink;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class ConnectionTest {

  private final LinkWorld world = new LinkWorld();

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
  void linkIsToldToBothItsEndsWithTheOther() {
    Connection connection = world.apply(link("ada", "ada@shop"));

    String id = LinkIds.ofKnown("ada", "ada@shop");
    assertThat(connection.merges())
        .flatExtracting(CustomerMerge::links)
        .containsExactly(
            new CustomerMerge.Link(id, "ada@shop", "alias", "default", Instant.EPOCH),
            new CustomerMerge.Link(id, "ada", "alias", "default", Instant.EPOCH));
  }

  @Property
  void stateIsThatOfTheRemainingLinksFromScratch(@ForAll("histories") List<IdentityLink> history) {
    LinkWorld world = new LinkWorld();
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
    LinkWorld world = new LinkWorld();
    history.forEach(world::apply);

    world
        .linked()
        .values()
        .forEach(
            merge ->
                assertThat(world.canonical(merge.canonicalId())).isEqualTo(merge.canonicalId()));
    for (Component component : world.components()) {
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
}
