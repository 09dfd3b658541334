package io.clientele.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.CustomerEvent;
import io.clientele.profile.timeline.TimelineEntry;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A part's lines that come from an instance which keeps more of them than this one. */
final class TimelineBoundTest {

  private static final int KEPT = 5;
  private static final Origin BOB = new Origin("bob", "bob", 1);

  private final MapRows rows = MapRows.stored();
  private final CustomerFold fold = new CustomerFold(rows, new Limits(2, 3, KEPT));

  @BeforeEach
  void join() {
    take(new PartMove.Put(BOB, List.of(), Part.ZERO));
  }

  @Test
  void oneMoveOfManyLinesLeavesTheNewest() {
    take(new PartMove.PutTimeline(BOB, lines(0, 200)));

    assertThat(rows.timeline("ada", "bob", Integer.MAX_VALUE)).isEqualTo(lines(195, 200));
    assertThat(counted()).isEqualTo(KEPT);
  }

  @Test
  void countStaysTheNumberOfRowsHoweverManyLinesAMoveBrings() {
    take(new PartMove.PutTimeline(BOB, lines(0, 100)));
    take(new PartMove.PutTimeline(BOB, lines(100, 300)));

    assertThat(rows.timeline("ada", "bob", Integer.MAX_VALUE)).isEqualTo(lines(295, 300));
    assertThat(counted()).isEqualTo(KEPT);
  }

  @Test
  void lateLinesThatAreTooManyDoNotPushOutNewerOnes() {
    take(new PartMove.PutTimeline(BOB, lines(200, 300)));
    take(new PartMove.PutTimeline(BOB, lines(0, 200)));

    assertThat(rows.timeline("ada", "bob", Integer.MAX_VALUE)).isEqualTo(lines(295, 300));
    assertThat(counted()).isEqualTo(KEPT);
  }

  private void take(PartMove move) {
    rows.take((Step.Taken) fold.after("ada", move));
  }

  private int counted() {
    return rows.customer("ada").orElseThrow().timelineOf("bob");
  }

  /** Oldest first. */
  private static List<TimelineEntry> lines(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            n -> {
              CustomerEvent event =
                  Events.event("bob", "e-" + n, Events.NOON.plusSeconds(n), Events.view(null));
              return TimelineEntry.of(event);
            })
        .toList();
  }
}
