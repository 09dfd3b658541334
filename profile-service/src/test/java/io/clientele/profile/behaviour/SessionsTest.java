package io.clientele.profile.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.profile.Window;
import io.clientele.profile.fold.FamilyLaws;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class SessionsTest extends FamilyLaws<Sessions, Sessions.View> {

  @Override
  protected Sessions zero() {
    return Sessions.ZERO;
  }

  @Override
  protected Arbitrary<List<CustomerEvent>> histories() {
    return Shoppers.within(60, 150);
  }

  @Override
  protected Optional<Duration> lateness() {
    return Optional.of(Duration.ofDays(7));
  }

  @Property(tries = 1_000)
  void windowsAtAnyTimeEqualARecount(
      @ForAll("events") List<CustomerEvent> events, @ForAll Random random) {
    List<CustomerEvent> arriving = arriving(events, random);

    Sessions sessions = fold(zero(), arriving);

    assertRecounted(sessions, arriving, random);
  }

  @Property(tries = 100)
  void sessionsThatSettleWhileEventsComeLateEqualARecount(
      @ForAll("busy") List<CustomerEvent> events, @ForAll Random random) {
    List<CustomerEvent> arriving = arriving(events, random);

    Sessions sessions = fold(zero(), arriving);

    assertRecounted(sessions, arriving, random);
  }

  /** A link moves a device's later events to another id's part. */
  @Property(tries = 100)
  void sessionsThatALoginDividesAreWholeInTheSum(
      @ForAll("busy") List<CustomerEvent> events, @ForAll Random random) {
    List<CustomerEvent> arriving = arriving(events, random);
    Map<String, Sessions> parts = new TreeMap<>();
    for (CustomerEvent event : arriving) {
      parts.put(event.customerId(), parts.getOrDefault(event.customerId(), zero()).add(event));
    }
    List<Sessions> anyOrder = new ArrayList<>(parts.values());
    Collections.shuffle(anyOrder, random);

    Sessions sum = anyOrder.stream().reduce(zero(), Sessions::merge);

    assertRecounted(sum, arriving, random);
  }

  @Provide
  Arbitrary<List<CustomerEvent>> busy() {
    return Shoppers.busy();
  }

  private static void assertRecounted(
      Sessions sessions, List<CustomerEvent> events, Random random) {
    BehaviourRecount recount = new BehaviourRecount(events);
    for (int days = 70; days < 600; days += 1 + random.nextInt(150)) {
      Instant time = Shoppers.NOON.plus(Duration.ofDays(days));
      Sessions.View view = sessions.at(time);
      for (Window window : Window.values()) {
        assertThat(view.windows().get(window)).isEqualTo(recount.sessions(window, time));
      }
      assertThat(view.newest()).isEqualTo(recount.sessions().stream().limit(5).toList());
    }
  }
}
