package io.clientele.bench.events;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.contract.RecordFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SessionEventsTest {

  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration SPAN = Duration.ofDays(30);
  private static final int SESSIONS = 10_000;

  @Test
  void samePlanAndSeedMakeTheSameEvents() {
    assertThat(events()).isEqualTo(events());
  }

  @Test
  void eventsComeInTheirOrderOverTheWholeSpan() {
    List<CustomerEvent> events = events();

    assertThat(events).extracting(CustomerEvent::occurredAt).isSorted();
    assertThat(events).extracting(CustomerEvent::eventId).doesNotHaveDuplicates();
    assertThat(events).allMatch(event -> event.receivedAt().isAfter(event.occurredAt()));
    assertThat(events.get(0).occurredAt()).isBetween(FROM, FROM.plus(Duration.ofHours(1)));
    assertThat(events.get(events.size() - 1).occurredAt())
        .isBetween(FROM.plus(SPAN).minus(Duration.ofHours(1)), FROM.plus(SPAN).plusSeconds(3_600));
  }

  @Test
  void everyVisitComesWithOneCustomerAndItsSteps() {
    Map<String, List<CustomerEvent>> visits =
        events().stream().collect(groupingBy(CustomerEvent::sessionId));

    assertThat(visits).hasSize(SESSIONS);
    assertThat(visits.values())
        .allMatch(visit -> visit.stream().map(CustomerEvent::customerId).distinct().count() == 1);
    assertThat((double) events().size() / SESSIONS).isCloseTo(4.2, within(0.1));
  }

  @Test
  void nineInTenAreViews() {
    Map<Class<?>, Long> kinds =
        events().stream()
            .map(CustomerEvent::payload)
            .collect(groupingBy(Object::getClass, counting()));
    double all = events().size();

    assertThat(kinds.get(Payload.ProductViewed.class) / all).isCloseTo(.898, within(.005));
    assertThat(kinds.get(Payload.CartChanged.class) / all).isCloseTo(.078, within(.005));
    assertThat(kinds.get(Payload.OrderCompleted.class) / all).isCloseTo(.024, within(.005));
  }

  @Test
  void eventsSurviveTheirJourney() {
    RecordFormat<CustomerEvent> format = RecordFormat.of(CustomerEvent.class);

    assertThat(events().subList(0, 2_000))
        .allMatch(event -> format.read(format.write(event)).equals(event));
  }

  private static List<CustomerEvent> events() {
    SessionEvents events =
        new SessionEvents(
            new SessionEvents.Plan("some", SESSIONS, FROM, SPAN, Duration.ofSeconds(30)), 5);
    List<CustomerEvent> all = new ArrayList<>();
    events.forEachRemaining(all::add);
    return all;
  }
}
