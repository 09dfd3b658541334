package io.clientele.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerIds;
import io.clientele.contract.CustomerMerge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class CustomerStatePropertyTest {

  private static final String PHONE = "anonymous:phone";
  private static final String LAPTOP = "anonymous:laptop";
  private static final CustomerViews VIEWS = new CustomerViews(Events.CURRENCY);

  /** A merge or a split of any kind, whether or not ingest would ever say so. */
  private static final Arbitrary<CustomerMerge> MERGES =
      Combinators.combine(
              Arbitraries.of("ada", "bob", "eve", PHONE, LAPTOP),
              Arbitraries.of("ada", "bob", "eve", PHONE))
          .as((id, canonical) -> new CustomerMerge(id, canonical, List.of()));

  @Property(tries = 500)
  void anyInterleavingEndsInTheFoldOverTheFinalLinks(
      @ForAll("histories") List<CustomerEvent> events,
      @ForAll("merges") List<CustomerMerge> merges,
      @ForAll Random random) {
    Network network = new Network();
    List<CustomerEvent> arriving = Histories.arriving(events, random);
    arriving.forEach(network::send);
    merges.forEach(network::send);
    Map<String, String> links = finalLinks(merges);

    network.settle(random);

    network
        .states()
        .values()
        .forEach(
            state -> {
              assertThat(state.next()).isEqualTo(links.get(state.customerId()));
              assertThat(state.whole()).isEqualTo(folded(arriving, state.customerId(), links));
            });
  }

  @Property(tries = 150)
  void splittingEverythingLeavesEachIdWithItsOwn(
      @ForAll("histories") List<CustomerEvent> events,
      @ForAll("merges") List<CustomerMerge> merges,
      @ForAll Random random) {
    Network merged = new Network();
    List<CustomerEvent> arriving = Histories.arriving(events, random);
    arriving.forEach(merged::send);
    merges.forEach(merged::send);
    merges.forEach(
        merge -> merged.send(new CustomerMerge(merge.customerId(), merge.customerId(), null)));
    Network untouched = new Network();
    arriving.forEach(untouched::send);

    merged.settle(random);
    untouched.settle(random);

    merged
        .states()
        .forEach(
            (id, state) -> {
              CustomerState alone = untouched.states().getOrDefault(id, CustomerState.unknown(id));
              assertThat(VIEWS.of(state)).isEqualTo(VIEWS.of(alone));
            });
  }

  @Property(tries = 200)
  void whatMachinesDoAnywhereLeavesEveryProfileAsItIs(
      @ForAll("histories") List<CustomerEvent> events,
      @ForAll("histories") List<CustomerEvent> machines,
      @ForAll("merges") List<CustomerMerge> merges,
      @ForAll Random random) {
    List<CustomerEvent> arriving = Histories.arriving(events, random);
    List<CustomerEvent> mixed = new ArrayList<>(arriving);
    machines.forEach(event -> mixed.add(random.nextInt(mixed.size() + 1), Events.byBot(event)));
    Network alone = new Network();
    arriving.forEach(alone::send);
    merges.forEach(alone::send);
    Network visited = new Network();
    mixed.forEach(visited::send);
    merges.forEach(visited::send);

    alone.settle(random);
    visited.settle(random);

    assertThat(visited.states().keySet()).containsAll(alone.states().keySet());
    visited
        .states()
        .forEach(
            (id, state) ->
                assertThat(VIEWS.of(state))
                    .isEqualTo(
                        VIEWS.of(alone.states().getOrDefault(id, CustomerState.unknown(id)))));
  }

  @Provide
  Arbitrary<List<CustomerEvent>> histories() {
    return Histories.of("ada", "bob", "eve", PHONE, LAPTOP);
  }

  @Provide
  Arbitrary<List<CustomerMerge>> merges() {
    return MERGES.list().ofMaxSize(12);
  }

  private static Map<String, String> finalLinks(List<CustomerMerge> merges) {
    Map<String, String> links = new HashMap<>();
    for (CustomerMerge merge : merges) {
      if (merge.canonicalId().equals(merge.customerId())) {
        links.remove(merge.customerId());
      } else {
        links.put(merge.customerId(), merge.canonicalId());
      }
    }
    return links;
  }

  /**
   * What an id holds in the end: its own events, its devices', the known ids' that are merged into
   * it, and those ids' devices'.
   */
  private static Part folded(List<CustomerEvent> events, String id, Map<String, String> links) {
    SortedMap<String, Part> parts = new TreeMap<>();
    for (CustomerEvent event : events) {
      String from = event.customerId();
      String first = links.getOrDefault(from, from);
      boolean twoSteps = CustomerIds.isAnonymous(from) && !CustomerIds.isAnonymous(first);
      String second = twoSteps ? links.getOrDefault(first, first) : first;
      if (id.equals(from) || id.equals(first) || id.equals(second)) {
        parts.merge(from, Part.ZERO.add(event), (part, more) -> part.add(event));
      }
    }
    return parts.values().stream().reduce(Part.ZERO, Part::merge);
  }
}
