package io.clientele.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerIds;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.Json;
import io.clientele.profile.fold.StateFormat;
import io.clientele.profile.purchase.LoyaltyProgram;
import io.clientele.profile.view.CustomerViews;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class CustomerFoldPropertyTest {

  private static final String PHONE = "anonymous:phone";
  private static final String LAPTOP = "anonymous:laptop";
  private static final Limits LIMITS = new Limits(300, 20_000, 1_000);
  private static final StateFormat<Customer> ROW = StateFormat.of(Customer.class);
  private static final CustomerViews VIEWS =
      new CustomerViews(Events.CURRENCY, LoyaltyProgram.DEFAULT);

  /** Later than anything in {@link Histories}, and soon enough for every window to differ. */
  private static final Instant TIME = Events.NOON.plus(Duration.ofDays(38));

  /** A merge or a split of any kind, whether or not ingest would ever say so. */
  private static final Arbitrary<CustomerMerge> MERGES =
      Combinators.combine(
              Arbitraries.of("ada", "bob", "eve", PHONE, LAPTOP),
              Arbitraries.of("ada", "bob", "eve", PHONE),
              Arbitraries.of("link-1", "link-2", "link-3")
                  .map(id -> new CustomerMerge.Link(id, "carl", "alias", "shop", Events.NOON))
                  .list()
                  .ofMaxSize(2))
          .as((id, canonical, links) -> new CustomerMerge(id, canonical, links));

  @Property(tries = 1_000)
  void anyInterleavingEndsInTheFoldOverTheFinalLinks(
      @ForAll("histories") List<CustomerEvent> events,
      @ForAll("merges") List<CustomerMerge> merges,
      @ForAll Random random) {
    Network network = new Network(LIMITS);
    List<CustomerEvent> arriving = Histories.arriving(events, random);
    arriving.forEach(network::send);
    merges.forEach(network::send);
    Map<String, String> links = finalLinks(merges);

    network.settle(random);

    for (Customer customer : network.rows.customers()) {
      assertThat(customer.next()).isEqualTo(links.get(customer.customerId()));
      if (customer.next() == null) {
        Set<String> ids = idsOf(customer.customerId(), links);
        assertSameDeeds(customer, folded(arriving, customer.customerId(), ids));
        assertThat(linksByPart(customer)).isEqualTo(finalLinksOf(ids, merges));
      }
    }
  }

  @Property(tries = 400)
  void splittingEverythingLeavesEachIdWithItsOwn(
      @ForAll("histories") List<CustomerEvent> events,
      @ForAll("merges") List<CustomerMerge> merges,
      @ForAll Random random) {
    Network merged = new Network(LIMITS);
    List<CustomerEvent> arriving = Histories.arriving(events, random);
    arriving.forEach(merged::send);
    merges.forEach(merged::send);
    merges.forEach(
        merge -> merged.send(new CustomerMerge(merge.customerId(), merge.customerId(), null)));

    merged.settle(random);

    Network untouched = new Network(LIMITS);
    arriving.forEach(untouched::send);
    untouched.settle(random);
    for (Customer customer : merged.rows.customers()) {
      String id = customer.customerId();
      Customer alone = untouched.rows.customer(id).orElseGet(() -> Customer.unknown(id));
      assertSame(customer, alone);
      assertThat(VIEWS.history(customer, null)).isEqualTo(VIEWS.history(alone, null));
    }
    assertThat(merged.rows.size()).isEqualTo(untouched.rows.size());
  }

  @Property(tries = 300)
  void whateverBreaksTheBoundsLeavesTheRowsThatAreCounted(
      @ForAll("histories") List<CustomerEvent> events,
      @ForAll("merges") List<CustomerMerge> merges,
      @ForAll Random random) {
    Limits small = new Limits(2, 3, 5);
    Network network = new Network(small);
    Histories.arriving(events, random).forEach(network::send);
    merges.forEach(network::send);

    network.settle(random);

    for (Customer customer : network.rows.customers()) {
      String id = customer.customerId();
      assertThat(customer.orders()).isEqualTo(network.rows.orders(id)).isLessThanOrEqualTo(3);
      assertThat(customer.joined()).hasSizeLessThanOrEqualTo(2);
      for (String partId : customer.partIds()) {
        assertThat(customer.timelineOf(partId))
            .isEqualTo(network.rows.timeline(id, partId, Integer.MAX_VALUE).size());
      }
    }
  }

  @Property(tries = 300)
  void whatIsHeldShowsTheSameAsWhatIsRead(
      @ForAll("histories") List<CustomerEvent> events,
      @ForAll("merges") List<CustomerMerge> merges,
      @ForAll long seed) {
    Network read = new Network(LIMITS, MapRows.stored());
    Network held = new Network(LIMITS, MapRows.held());
    for (Network network : List.of(read, held)) {
      Random random = new Random(seed);
      Histories.arriving(events, random).forEach(network::send);
      merges.forEach(network::send);
      network.settle(random);
    }

    for (Customer customer : held.rows.customers()) {
      Customer again = read.rows.customer(customer.customerId()).orElseThrow();
      assertSame(customer, again);
      assertThat(VIEWS.history(customer, null)).isEqualTo(VIEWS.history(again, null));
      assertThat(ROW.write(customer)).isEqualTo(ROW.write(again));
    }
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
    Network alone = new Network(LIMITS);
    arriving.forEach(alone::send);
    merges.forEach(alone::send);
    Network visited = new Network(LIMITS);
    mixed.forEach(visited::send);
    merges.forEach(visited::send);

    alone.settle(random);
    visited.settle(random);

    for (Customer customer : visited.rows.customers()) {
      String id = customer.customerId();
      assertSame(customer, alone.rows.customer(id).orElseGet(() -> Customer.unknown(id)));
    }
  }

  @Provide
  Arbitrary<List<CustomerEvent>> histories() {
    return Histories.of("ada", "bob", "eve", PHONE, LAPTOP);
  }

  @Provide
  Arbitrary<List<CustomerMerge>> merges() {
    return MERGES.list().ofMaxSize(12);
  }

  private static void assertSame(Customer customer, Customer expected) {
    assertSame(shown(customer), shown(expected));
  }

  /** The same but for who joined. */
  private static void assertSameDeeds(Customer customer, Customer expected) {
    assertSame(withoutIdentities(shown(customer)), withoutIdentities(shown(expected)));
  }

  /** Decayed sums to 1e-9, everything else exactly. */
  private static void assertSame(JsonNode shown, JsonNode rather) {
    assertThat(shown.equals(CustomerFoldPropertyTest::compare, rather))
        .as(() -> shown + " is not " + rather)
        .isTrue();
  }

  /** As it is published. */
  private static JsonNode shown(Customer customer) {
    return VIEWS
        .profile(customer, TIME)
        .<JsonNode>map(profile -> Json.mapper().valueToTree(profile))
        .orElseGet(Json.mapper()::missingNode);
  }

  private static JsonNode withoutIdentities(JsonNode shown) {
    return shown instanceof ObjectNode profile ? profile.without("identities") : shown;
  }

  private static Map<String, List<CustomerMerge.Link>> linksByPart(Customer customer) {
    Map<String, List<CustomerMerge.Link>> links = new HashMap<>();
    customer.partIds().forEach(id -> links.put(id, customer.linksOf(id)));
    return links;
  }

  /** Of each of these ids what was said last. */
  private static Map<String, List<CustomerMerge.Link>> finalLinksOf(
      Set<String> ids, List<CustomerMerge> merges) {
    Map<String, List<CustomerMerge.Link>> links = new HashMap<>();
    ids.forEach(id -> links.put(id, List.of()));
    merges.forEach(merge -> links.replace(merge.customerId(), merge.links()));
    return links;
  }

  private static int compare(JsonNode one, JsonNode other) {
    return one.isDouble() && other.isDouble()
        ? (Math.abs(one.doubleValue() - other.doubleValue()) < 1e-9 ? 0 : 1)
        : one.toString().compareTo(other.toString());
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

  /** Whose events an id shows: its own, its devices', the merged known ids', and their devices'. */
  private static Set<String> idsOf(String id, Map<String, String> links) {
    Set<String> ids = new TreeSet<>(Set.of(id));
    for (String from : List.of("ada", "bob", "eve", PHONE, LAPTOP)) {
      String first = links.getOrDefault(from, from);
      boolean twoSteps = CustomerIds.isAnonymous(from) && !CustomerIds.isAnonymous(first);
      if (id.equals(first) || (twoSteps && id.equals(links.get(first)))) {
        ids.add(from);
      }
    }
    return ids;
  }

  /** The fold in order over these ids' events, as if all had been one id's from the start. */
  private static Customer folded(List<CustomerEvent> events, String id, Set<String> ids) {
    Network one = new Network(LIMITS);
    events.stream()
        .filter(event -> ids.contains(event.customerId()))
        .sorted(CustomerEvent.ORDER)
        .forEach(event -> one.send(event.of(id)));
    one.settle(new Random(0));
    return one.rows.customer(id).orElseGet(() -> Customer.unknown(id));
  }
}
