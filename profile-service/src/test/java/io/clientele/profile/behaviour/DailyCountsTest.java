package io.clientele.profile.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.Behaviour;
import io.clientele.contract.Channel;
import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.contract.profile.Window;
import io.clientele.profile.fold.FamilyLaws;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class DailyCountsTest extends FamilyLaws<DailyCounts, Map<Window, DailyCounts.Counts>> {

  @Override
  protected DailyCounts zero() {
    return DailyCounts.ZERO;
  }

  @Override
  protected Arbitrary<List<CustomerEvent>> histories() {
    return Shoppers.within(900, 80);
  }

  @Property(tries = 300)
  void windowsAtAnyTimeEqualARecount(
      @ForAll("events") List<CustomerEvent> events, @ForAll Random random) {
    List<CustomerEvent> arriving = arriving(events, random);
    DailyCounts counts = fold(zero(), arriving);
    BehaviourRecount recount = new BehaviourRecount(events);
    Instant newest =
        events.stream()
            .map(CustomerEvent::receivedAt)
            .max(Comparator.naturalOrder())
            .orElse(Shoppers.NOON);

    for (int days = 0; days < 500; days += 1 + random.nextInt(200)) {
      Instant time = newest.plus(Duration.ofDays(days));
      Map<Window, DailyCounts.Counts> shown = counts.at(time);
      for (Window window : Window.values()) {
        DailyCounts.Counts in = shown.get(window);
        assertThat(in.pageViews())
            .isEqualTo(
                recount.events(window, time, e -> e.payload() instanceof Payload.PageViewed));
        assertThat(in.productViews())
            .isEqualTo(
                recount.events(window, time, e -> e.payload() instanceof Payload.ProductViewed));
        assertThat(in.searches())
            .isEqualTo(recount.events(window, time, e -> e.payload() instanceof Payload.Searched));
        for (Behaviour behaviour : Behaviour.values()) {
          assertThat(in.events().getOrDefault(behaviour, 0L))
              .isEqualTo(recount.events(window, time, e -> e.payload().behaviour() == behaviour));
        }
        assertThat(in.channels().getOrDefault(Channel.WEB, 0L))
            .isEqualTo(recount.events(window, time, e -> true));
      }
    }
  }
}
