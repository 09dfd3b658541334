package io.clientele.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.RecordFormat;
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
    Part inOrder = fold(events.stream().sorted(CustomerEvent.ORDER).toList());

    Part part = fold(Histories.arriving(events, random));

    assertThat(part).isEqualTo(inOrder);
  }

  /** A device is linked at some time; what arrives from then on belongs to another part. */
  @Property(tries = 500)
  void partsMergeToTheFoldOverTheEventsOfBoth(
      @ForAll("histories") List<CustomerEvent> events, @ForAll Random random) {
    List<CustomerEvent> arriving = Histories.arriving(events, random);
    int linked = random.nextInt(events.size() + 1);

    Part merged =
        fold(arriving.subList(0, linked)).merge(fold(arriving.subList(linked, events.size())));

    assertThat(shown(merged)).isEqualTo(shown(fold(arriving)));
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

  private static CustomerViews.Views shown(Part part) {
    return new CustomerViews(Events.CURRENCY).of(new CustomerState("ada", null, part, null));
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
