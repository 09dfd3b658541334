package io.clientele.scoring.rest;

import static io.clientele.scoring.Histories.day;
import static io.clientele.scoring.Histories.history;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.runtime.http.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WholeBaseTest {

  private static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");

  private final HandClock clock = new HandClock(NOON);
  private final FakeBase own = new FakeBase(0);
  private final FakeBase other = new FakeBase(1);
  private final WholeBase alone = new WholeBase(own, at -> List.of(), 1, clock);
  private final WholeBase withPeer =
      new WholeBase(own, at -> List.of(other.asOf(at.orElse(clock.instant()))), 2, clock);

  @BeforeEach
  void oneCustomer() {
    own.put(history("ada", day("2026-03-01", 1, "10")));
  }

  @Test
  void changeShowsWithinATenthOfASecond() {
    alone.live();
    own.put(history("bo", day("2026-03-02", 1, "10")));
    assertThat(alone.live().customers()).isEqualTo(1);

    clock.forward(Duration.ofMillis(100));

    assertThat(alone.live().customers()).isEqualTo(2);
  }

  @Test
  void unchangedBaseIsMadeOnce() {
    alone.live();
    clock.forward(Duration.ofHours(1));
    alone.live();

    assertThat(own.timesMade()).isEqualTo(1);
  }

  @Test
  void firstCustomerIsNotComparedWithNobody() {
    FakeBase empty = new FakeBase(0);
    WholeBase base = new WholeBase(empty, at -> List.of(), 1, clock);
    base.live();
    empty.put(history("ada", day("2026-03-01", 1, "10")));

    assertThat(base.live().customers()).isEqualTo(1);
  }

  @Test
  void customersOfAllInstancesAreCompared() {
    other.put(history("bo", day("2026-03-02", 1, "10")));

    assertThat(withPeer.live().customers()).isEqualTo(2);
    assertThat(withPeer.asOf(Instant.parse("2026-03-01T23:00:00Z")).customers()).isEqualTo(1);
  }

  @Test
  void changeOnAPeerShowsThoughNothingChangedHere() {
    withPeer.live();
    other.put(history("bo", day("2026-03-02", 1, "10")));

    clock.forward(Duration.ofMillis(100));

    assertThat(withPeer.live().customers()).isEqualTo(2);
  }

  @Test
  void missingPartitionIsSaidAndNotLeftOut() {
    WholeBase incomplete = new WholeBase(own, at -> List.of(), 2, clock);

    assertThatThrownBy(incomplete::live)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(503));
  }

  @Test
  void momentIsReadFromTheHistoriesOnce() {
    Instant february = Instant.parse("2026-02-01T00:00:00Z");
    own.put(history("bo", day("2026-01-02", 1, "10")));

    assertThat(alone.asOf(february).customers()).isEqualTo(1);
    assertThat(alone.asOf(february).customers()).isEqualTo(1);
    assertThat(alone.asOf(NOON).customers()).isEqualTo(2);

    assertThat(own.timesMade()).isEqualTo(2);
  }
}
