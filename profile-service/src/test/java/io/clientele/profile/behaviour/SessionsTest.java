package io.clientele.profile.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.profile.Window;
import io.clientele.profile.fold.FamilyLaws;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

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
    Recount recount = new Recount(arriving);

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
