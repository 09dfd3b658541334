package io.clientele.profile.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.profile.Window;
import io.clientele.profile.fold.FamilyLaws;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class ActiveDaysTest extends FamilyLaws<ActiveDays, ActiveDays.Presence> {

  @Override
  protected ActiveDays zero() {
    return ActiveDays.ZERO;
  }

  @Override
  protected Arbitrary<List<CustomerEvent>> histories() {
    return Shoppers.within(900, 80);
  }

  @Property(tries = 300)
  void windowsAtAnyTimeEqualARecount(
      @ForAll("events") List<CustomerEvent> events, @ForAll Random random) {
    ActiveDays days = fold(zero(), arriving(events, random));
    BehaviourRecount recount = new BehaviourRecount(events);

    for (int day = 0; day < 1_400; day += 1 + random.nextInt(400)) {
      Instant time = Shoppers.NOON.plus(Duration.ofDays(day));
      for (Window window : Window.values()) {
        assertThat(days.at(time).visits().get(window)).isEqualTo(recount.visits(window, time));
      }
    }
  }
}
