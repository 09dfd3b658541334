package io.clientele.bench.events;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;
import io.clientele.contract.Payload.OrderCompleted;
import io.clientele.contract.Payload.PageViewed;
import io.clientele.contract.Payload.ProductViewed;
import io.clientele.contract.RecordFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CrowdEventsTest {

  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-02-01T00:00:00Z");
  private static final int CUSTOMERS = 200;
  private static final int EVENTS = 20_000;

  private final Crowd crowd = new Crowd("someone", CUSTOMERS);

  @Test
  void samePlanAndSeedMakeTheSameEvents() {
    assertThat(events(500)).isEqualTo(events(500));
  }

  @Test
  void eventsComeInTheirOrderOverTheWholeSpan() {
    List<CustomerEvent> events = events(EVENTS);

    assertThat(events).extracting(CustomerEvent::occurredAt).isSorted();
    assertThat(events).extracting(CustomerEvent::eventId).doesNotHaveDuplicates();
    assertThat(events).allMatch(event -> event.receivedAt().isAfter(event.occurredAt()));
    Instant last = events.get(EVENTS - 1).occurredAt();
    assertThat(last).isBetween(TO.minus(Duration.ofDays(1)), TO.plus(Duration.ofHours(1)));
  }

  @Test
  void fewEventsDoNotLastLongerThanManyEither() {
    CrowdEvents events =
        new CrowdEvents(new CrowdEvents.Plan(new Crowd("few", 10), FROM, TO, 40, 4, 1), 5);

    assertThat(Stream.generate(events::next).limit(40))
        .allMatch(event -> event.receivedAt().isBefore(TO.plus(Duration.ofHours(1))));
  }

  @Test
  void everyIdOfEveryCustomerComesInTheFirstVisits() {
    // All of the first visits and, since they overlap, the begin of the second ones.
    Set<String> ids =
        events(5 * CUSTOMERS).stream().map(CustomerEvent::customerId).collect(toSet());

    assertThat(ids).hasSize((int) crowd.ids());
    assertThat(ids.size()).isGreaterThan(CUSTOMERS);
  }

  @Test
  void mergesLeadEachOtherIdToTheKnownOne() {
    List<CustomerMerge> merges = crowd.merges(FROM);

    Set<String> merged =
        merges.stream()
            .filter(merge -> !merge.customerId().equals(merge.canonicalId()))
            .map(CustomerMerge::customerId)
            .collect(toSet());
    assertThat(merged).hasSize((int) crowd.ids() - CUSTOMERS);
    assertThat(crowd.firstId(0)).isIn(merged);
    assertThat(crowd.firstId(7)).isIn(merged);
    assertThat(merges).extracting(CustomerMerge::canonicalId).contains(crowd.id(0), crowd.id(7));
  }

  @Test
  void mostAreViewsAndThreeInAHundredAreOrdersOfThreeLines() {
    Map<Class<?>, Long> kinds =
        events(EVENTS).stream()
            .map(CustomerEvent::payload)
            .collect(groupingBy(Object::getClass, counting()));

    assertThat(kinds).hasSizeGreaterThan(12);
    assertThat((kinds.get(PageViewed.class) + kinds.get(ProductViewed.class)) / (double) EVENTS)
        .isBetween(0.58, 0.62);
    assertThat(kinds.get(OrderCompleted.class) / (double) EVENTS).isBetween(0.025, 0.035);
    assertThat(events(EVENTS).stream().map(CustomerEvent::payload))
        .filteredOn(OrderCompleted.class::isInstance)
        .allMatch(order -> ((OrderCompleted) order).products().size() == 3);
  }

  @Test
  void busiestHundredthDoesATenthOfTheEvents() {
    Map<String, Long> counts =
        events(EVENTS).stream().collect(groupingBy(CustomerEvent::customerId, counting()));

    long busiest = counts.getOrDefault(crowd.id(0), 0L) + counts.getOrDefault(crowd.id(1), 0L);
    assertThat(busiest / (double) EVENTS).isBetween(0.06, 0.14);
  }

  @Test
  void eventsSurviveTheirJourney() {
    RecordFormat<CustomerEvent> format = RecordFormat.of(CustomerEvent.class);

    assertThat(events(2_000)).allMatch(event -> format.read(format.write(event)).equals(event));
  }

  private List<CustomerEvent> events(int count) {
    CrowdEvents events = new CrowdEvents(new CrowdEvents.Plan(crowd, FROM, TO, EVENTS, 4, 2), 5);
    return Stream.generate(events::next).limit(count).toList();
  }
}
