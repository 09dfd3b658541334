package io.clientele.scoring.rest;

import static io.clientele.scoring.Histories.day;
import static io.clientele.scoring.Histories.history;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.runtime.http.Problem;
import io.clientele.runtime.http.ProblemException;
import io.clientele.scoring.rfm.RfmThresholds;
import io.clientele.testing.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
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

  @Test
  void keptMomentDoesNotWaitForAnother() {
    Instant february = Instant.parse("2026-02-01T00:00:00Z");
    AtomicReference<WholeBase> base = new AtomicReference<>();
    List<Long> meanwhile = new ArrayList<>();
    base.set(
        new WholeBase(
            own,
            at -> {
              if (at.isPresent() && at.get().equals(february)) {
                meanwhile.add(elsewhere(() -> base.get().asOf(NOON)).customers());
                meanwhile.add(elsewhere(() -> base.get().live()).customers());
              }
              return List.of();
            },
            1,
            clock));
    base.get().asOf(NOON);

    base.get().asOf(february);

    assertThat(meanwhile).containsExactly(1L, 1L);
  }

  @Test
  void momentThatManyAskForIsReadOnce() {
    List<CompletableFuture<RfmThresholds>> others = new ArrayList<>();
    AtomicReference<WholeBase> base = new AtomicReference<>();
    base.set(
        new WholeBase(
            own,
            at -> {
              others.add(CompletableFuture.supplyAsync(() -> base.get().asOf(NOON)));
              others.add(CompletableFuture.supplyAsync(() -> base.get().asOf(NOON)));
              return List.of();
            },
            1,
            clock));

    RfmThresholds first = base.get().asOf(NOON);

    assertThat(others).extracting(CompletableFuture::join).containsExactly(first, first);
    assertThat(own.timesMade()).isEqualTo(1);
  }

  @Test
  void workThatBeganTooLongAgoIsNotShared() {
    AtomicReference<WholeBase> base = new AtomicReference<>();
    List<CompletableFuture<RfmThresholds>> others = new ArrayList<>();
    base.set(
        new WholeBase(
            own,
            at -> {
              if (others.isEmpty()) {
                own.put(history("bo", day("2026-03-02", 1, "10")));
                clock.forward(Duration.ofSeconds(1));
                others.add(CompletableFuture.supplyAsync(() -> base.get().asOf(NOON)));
              }
              return List.of();
            },
            1,
            clock));

    base.get().asOf(NOON);

    assertThat(others.get(0).join().customers()).isEqualTo(2);
  }

  @Test
  void failureIsNotKept() {
    List<Instant> tried = new ArrayList<>();
    WholeBase base =
        new WholeBase(
            own,
            at -> {
              tried.add(NOON);
              if (tried.size() == 1) {
                throw Problem.unavailable("A peer is away.").exception();
              }
              return List.of();
            },
            1,
            clock);
    assertThatThrownBy(() -> base.asOf(NOON)).isInstanceOf(ProblemException.class);

    assertThat(base.asOf(NOON).customers()).isEqualTo(1);
  }

  @Test
  void momentsBeyondThoseMadeAtOnceAreRefused() {
    AtomicReference<WholeBase> base = new AtomicReference<>();
    base.set(
        new WholeBase(
            own,
            at -> {
              base.get().asOf(at.orElseThrow().minusSeconds(1));
              return List.of();
            },
            1,
            clock));

    assertThatThrownBy(() -> base.get().asOf(NOON))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(503));
    assertThat(own.timesMade()).isEqualTo(4);
  }

  private static RfmThresholds elsewhere(Supplier<RfmThresholds> read) {
    return CompletableFuture.supplyAsync(read).orTimeout(10, TimeUnit.SECONDS).join();
  }
}
