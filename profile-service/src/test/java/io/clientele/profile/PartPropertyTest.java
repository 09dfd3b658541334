package io.clientele.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.RecordFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class PartPropertyTest {

  private static final RecordFormat<Part> FORMAT = RecordFormat.of(Part.class);

  @Property(tries = 500)
  void eventsInAnyOrderMakeTheSamePart(
      @ForAll("histories") List<CustomerEvent> events, @ForAll Random random) {
    List<CustomerEvent> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, random);

    Part part = fold(shuffled);

    assertThat(part).isEqualTo(fold(events));
  }

  @Property(tries = 500)
  void partsMergeToTheFoldOverTheEventsOfBoth(
      @ForAll("histories") List<CustomerEvent> one, @ForAll("histories") List<CustomerEvent> two) {
    List<CustomerEvent> both = new ArrayList<>(one);
    two.forEach(event -> both.add(renamed(event)));

    Part merged = fold(one).merge(fold(both.subList(one.size(), both.size())));

    assertThat(merged).isEqualTo(fold(both));
  }

  @Property(tries = 200)
  void mergingIsCommutativeAndAssociative(
      @ForAll("histories") List<CustomerEvent> one,
      @ForAll("histories") List<CustomerEvent> two,
      @ForAll("histories") List<CustomerEvent> three) {
    Part a = fold(one);
    Part b = fold(two.stream().map(PartPropertyTest::renamed).toList());
    Part c = fold(three.stream().map(e -> renamed(renamed(e))).toList());

    assertThat(a.merge(b).merge(c)).isEqualTo(c.merge(a.merge(b))).isEqualTo(a.merge(b.merge(c)));
  }

  @Property(tries = 200)
  void aPartIsReadAsItWasWritten(@ForAll("histories") List<CustomerEvent> events) {
    Part part = fold(events);

    assertThat(FORMAT.read(FORMAT.write(part))).isEqualTo(part);
  }

  @Provide
  Arbitrary<List<CustomerEvent>> histories() {
    return Histories.of("ada", "anonymous:phone");
  }

  private static Part fold(List<CustomerEvent> events) {
    Part part = Part.ZERO;
    for (CustomerEvent event : events) {
      part = part.add(event);
    }
    return part;
  }

  private static CustomerEvent renamed(CustomerEvent event) {
    return Events.event(
        event.customerId(),
        event.eventId() + "'",
        event.occurredAt(),
        event.payload(),
        event.personal());
  }
}
