package io.clientele.ingest.quarantine;

import static io.clientele.ingest.quarantine.RefusedOrders.order;
import static io.clientele.ingest.quarantine.ReplayFixture.ALL;
import static io.clientele.ingest.quarantine.ReplayFixture.THEN;
import static io.clientele.ingest.quarantine.ReplayFixture.withId;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.ingest.LogUnavailableException;
import io.clientele.ingest.ReceivedEvent;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class ReplayRepetitionTest {

  /** Whoever calls how often, with what limits, and whatever breaks on the way. */
  @Property(tries = 200)
  void everyMessageIsTakenOnceHoweverReplaysAreRepeatedAndBroken(
      @ForAll @Size(max = 8) List<@IntRange(max = 4) Integer> messages,
      @ForAll("attempts") List<Attempt> attempts) {
    ReplayFixture fixture = new ReplayFixture();
    Replays replays = fixture.replays("EUR", true);
    for (int i = 0; i < messages.size(); i++) {
      fixture.quarantine.add(withId(order("m-" + messages.get(i), THEN.plusSeconds(i)), "r-" + i));
    }

    for (Attempt attempt : attempts) {
      fixture.quarantine.failAfter(attempt.writes(), attempt.written());
      try {
        replays.replay(new ReplayOrder(RejectionFilters.ALL, null, attempt.limit()));
      } catch (LogUnavailableException broken) {
        // The operator hears of it and tries again.
      }
    }
    fixture.quarantine.failAfter(Integer.MAX_VALUE, true);
    replays.replay(ALL);

    assertThat(fixture.quarantine.received())
        .extracting(ReceivedEvent::eventId)
        .doesNotHaveDuplicates()
        .hasSize((int) messages.stream().distinct().count());
    assertThat(fixture.quarantine.open()).isEmpty();
  }

  record Attempt(int limit, int writes, boolean written) {}

  @Provide
  static Arbitrary<List<Attempt>> attempts() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 5),
            Arbitraries.integers().between(0, 3),
            Arbitraries.of(true, false))
        .as(Attempt::new)
        .list()
        .ofMaxSize(6);
  }
}
