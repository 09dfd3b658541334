package io.clientele.profile.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.profile.Window;
import io.clientele.profile.fold.FamilyLaws;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class CartsTest extends FamilyLaws<Carts, Map<Window, Carts.Counts>> {

  @Override
  protected Carts zero() {
    return Carts.ZERO;
  }

  @Override
  protected Arbitrary<List<CustomerEvent>> histories() {
    return Shoppers.within(40, 60);
  }

  @Property(tries = 1_000)
  void windowsAtAnyTimeEqualARecount(
      @ForAll("events") List<CustomerEvent> events, @ForAll Random random) {
    Carts carts = fold(zero(), arriving(events, random));
    BehaviourRecount recount = new BehaviourRecount(events);

    for (int hours = 41 * 24; hours < 60 * 24; hours += 1 + random.nextInt(60)) {
      Instant time = Shoppers.NOON.plus(Duration.ofHours(hours));
      for (Window window : Window.values()) {
        assertThat(carts.at(time).get(window)).isEqualTo(recount.carts(window, time));
      }
    }
  }
}
