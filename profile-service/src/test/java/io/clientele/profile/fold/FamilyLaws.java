package io.clientele.profile.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What every family promises, to be extended by each one's test: whatever the order, the parts and
 * the merges, a profile shows what the fold in order shows.
 *
 * <p>Every event is written under the customer id of its part.
 *
 * @param <F> the family
 * @param <V> what a profile shows of it
 */
public abstract class FamilyLaws<F extends Family<F, V>, V> {

  private static final int MOST_PARTS = 4;

  /** By how much a clock may be ahead; what is further is quarantined. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private static final List<Duration> LATER =
      List.of(
          Duration.ZERO,
          Duration.ofHours(11),
          Duration.ofDays(1),
          Duration.ofDays(6),
          Duration.ofDays(40),
          Duration.ofDays(400));

  /** The fold of nothing. */
  protected abstract F zero();

  /** Events in any order, each with an id of its own: 32 hexadecimal digits, as ingest makes. */
  protected abstract Arbitrary<List<CustomerEvent>> histories();

  /**
   * How late events may come for the family to be exact; empty where it does not matter. Where it
   * does, parts follow each other as they arrive, as links make them, and events are received when
   * they arrive.
   */
  protected Optional<Duration> lateness() {
    return Optional.empty();
  }

  /** Fails unless both are the same, exactly; overridden where decayed sums are in it. */
  protected void assertSame(V actual, V expected) {
    assertThat(actual).isEqualTo(expected);
  }

  @Property(tries = 500)
  void eventsInAnyOrderShowWhatTheFoldInOrderShows(
      @ForAll("events") List<CustomerEvent> events, @ForAll Random random) {
    List<CustomerEvent> arriving = arriving(events, random);

    F folded = fold(zero(), arriving);

    assertShows(folded, arriving);
  }

  @Property(tries = 500)
  void partsMergedInAnyOrderShowWhatTheFoldInOrderShows(
      @ForAll("events") List<CustomerEvent> events, @ForAll Random random) {
    List<CustomerEvent> arriving = arriving(events, random);

    F merged = merged(parts(arriving), random);

    assertShows(merged, arriving);
  }

  /** As a customer's total is: parts come to it at any time, and their events after that. */
  @Property(tries = 500)
  void aSumGoesOnWithItsPartsEvents(
      @ForAll("events") List<CustomerEvent> events, @ForAll Random random) {
    List<CustomerEvent> arriving = arriving(events, random);
    Map<String, List<CustomerEvent>> byPart = byPart(arriving);
    Map<String, Integer> joining = new HashMap<>();
    byPart.forEach((part, own) -> joining.put(part, random.nextInt(arriving.size() + 1)));

    F total = zero();
    Map<String, F> waiting = new TreeMap<>();
    for (int i = 0; i <= arriving.size(); i++) {
      for (String part : byPart.keySet()) {
        if (joining.get(part) == i) {
          total = total.merge(waiting.getOrDefault(part, zero()));
        }
      }
      if (i < arriving.size()) {
        CustomerEvent event = arriving.get(i);
        if (joining.get(event.customerId()) <= i) {
          total = total.add(event);
        } else {
          waiting.put(
              event.customerId(), waiting.getOrDefault(event.customerId(), zero()).add(event));
        }
      }
    }

    assertShows(total, arriving);
  }

  @Property(tries = 200)
  void mergingWithNothingChangesNothing(
      @ForAll("events") List<CustomerEvent> events, @ForAll Random random) {
    List<CustomerEvent> arriving = arriving(events, random);
    F folded = fold(zero(), arriving);

    assertShows(folded.merge(zero()), arriving);
    assertShows(zero().merge(folded), arriving);
  }

  @Property(tries = 200)
  void aStateThatIsStoredAfterEachEventShowsTheSame(
      @ForAll("events") List<CustomerEvent> events, @ForAll Random random) {
    List<CustomerEvent> arriving = arriving(events, random);
    StateFormat<F> format = format();

    F stored = zero();
    for (CustomerEvent event : arriving) {
      stored = format.read(format.write(stored.add(event)));
    }

    assertShows(stored, arriving);
  }

  @Property(tries = 200)
  void whatComesAfterLeavesAStateAsItWas(
      @ForAll("events") List<CustomerEvent> events, @ForAll Random random) {
    List<CustomerEvent> arriving = arriving(events, random);
    int half = arriving.size() / 2;
    F before = fold(zero(), arriving.subList(0, half));

    F after = fold(before, arriving.subList(half, arriving.size()));
    F merged = before.merge(after);

    assertThat(merged).isNotNull();
    assertShows(before, arriving.subList(0, half));
  }

  @Provide
  Arbitrary<List<CustomerEvent>> events() {
    return histories();
  }

  /** What is shown at several times must be what the fold in order shows then. */
  private void assertShows(F actual, List<CustomerEvent> events) {
    F inOrder = fold(zero(), events.stream().sorted(CustomerEvent.ORDER).toList());
    Instant newest =
        events.stream()
            .map(CustomerEvent::receivedAt)
            .max(Comparator.naturalOrder())
            .orElse(Instant.parse("2026-03-01T12:00:00Z"));
    for (Duration later : LATER) {
      assertSame(actual.at(newest.plus(later)), inOrder.at(newest.plus(later)));
    }
  }

  /** These events as they may come in, each under the id of its part. */
  protected final List<CustomerEvent> arriving(List<CustomerEvent> events, Random random) {
    return lateness().map(most -> late(events, most, random)).orElseGet(() -> any(events, random));
  }

  private static List<CustomerEvent> any(List<CustomerEvent> events, Random random) {
    List<CustomerEvent> shuffled = new ArrayList<>();
    events.forEach(event -> shuffled.add(event.of(part(random.nextInt(MOST_PARTS)))));
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private static List<CustomerEvent> late(
      List<CustomerEvent> events, Duration most, Random random) {
    boolean punctual = random.nextBoolean();
    List<CustomerEvent> received = new ArrayList<>();
    for (CustomerEvent event : events) {
      long late =
          punctual ? random.nextInt(60_000) : random.nextLong(-AHEAD.toMillis(), most.toMillis());
      received.add(event.received(event.occurredAt().plusMillis(late)));
    }
    received.sort(Comparator.comparing(CustomerEvent::receivedAt));
    int[] links = random.ints(MOST_PARTS - 1, 0, events.size() + 1).sorted().toArray();
    List<CustomerEvent> arriving = new ArrayList<>();
    for (int i = 0; i < received.size(); i++) {
      int part = 0;
      while (part < links.length && links[part] <= i) {
        part++;
      }
      arriving.add(received.get(i).of(part(part)));
    }
    return arriving;
  }

  private static String part(int number) {
    return "part-" + number;
  }

  private Collection<F> parts(List<CustomerEvent> events) {
    List<F> parts = new ArrayList<>();
    byPart(events).values().forEach(own -> parts.add(fold(zero(), own)));
    return parts;
  }

  private static Map<String, List<CustomerEvent>> byPart(List<CustomerEvent> events) {
    Map<String, List<CustomerEvent>> parts = new TreeMap<>();
    events.forEach(e -> parts.computeIfAbsent(e.customerId(), id -> new ArrayList<>()).add(e));
    return parts;
  }

  private F merged(Collection<F> parts, Random random) {
    List<F> left = new ArrayList<>(parts);
    while (left.size() > 1) {
      Collections.shuffle(left, random);
      left.add(left.remove(0).merge(left.remove(0)));
    }
    return left.isEmpty() ? zero() : left.get(0);
  }

  /** With these events more, in this order. */
  protected final F fold(F from, List<CustomerEvent> events) {
    F state = from;
    for (CustomerEvent event : events) {
      state = state.add(event);
    }
    return state;
  }

  @SuppressWarnings("unchecked") // a family's ZERO is of the family
  private StateFormat<F> format() {
    return StateFormat.of((Class<F>) zero().getClass());
  }
}
