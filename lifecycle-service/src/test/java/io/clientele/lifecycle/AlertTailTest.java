package io.clientele.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.LifecycleAlert;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AlertTailTest {

  private final Shelf shelf = new Shelf();
  private final AlertTail tail = new AlertTail(shelf);

  @Test
  void newAlertsWakeReadersUntilTheyLeave() {
    AtomicInteger woken = new AtomicInteger();
    Runnable leave = tail.onNews(woken::incrementAndGet);
    shelf.add(1);
    tail.turn();

    shelf.add(2);
    tail.turn();
    tail.turn();
    leave.run();
    shelf.add(3);
    tail.turn();

    assertThat(woken).hasValue(1);
    assertThat(tail.position()).isEqualTo(3);
  }

  @Test
  void recentAlertsAreReadFromMemory() {
    tail.turn();
    shelf.add(1);
    shelf.add(2);
    tail.turn();
    int queries = shelf.queries;

    List<StoredAlert> read = tail.after(1);

    assertThat(read).extracting(StoredAlert::sequence).containsExactly(2L);
    assertThat(shelf.queries).isEqualTo(queries);
  }

  @Test
  void readerFromBeforeTheStartMissesNothing() {
    shelf.add(1);
    shelf.add(2);
    tail.turn();

    assertThat(tail.after(0)).extracting(StoredAlert::sequence).containsExactly(1L, 2L);
  }

  @Test
  void readerFarBehindReadsPieceByPieceWithoutAGap() {
    tail.turn();
    LongStream.rangeClosed(1, 5_000).forEach(shelf::add);
    while (tail.position() < 5_000) {
      tail.turn();
    }

    List<Long> read = new ArrayList<>();
    List<StoredAlert> piece = tail.after(0);
    while (!piece.isEmpty()) {
      piece.forEach(alert -> read.add(alert.sequence()));
      piece = tail.after(read.get(read.size() - 1));
    }

    assertThat(read).hasSize(5_000).isSorted().doesNotHaveDuplicates();
  }

  /** Alerts in memory, counting how often they are asked for. */
  private static final class Shelf implements Alerts {
    private final List<StoredAlert> alerts = new ArrayList<>();
    private int queries;

    void add(long sequence) {
      LifecycleAlert alert = SampleAlert.withId("a" + sequence);
      alerts.add(new StoredAlert(alert, StoredAlert.Status.OPEN, sequence));
    }

    @Override
    public List<StoredAlert> list(Query query, int limit) {
      throw new UnsupportedOperationException("a tail does not list");
    }

    @Override
    public List<StoredAlert> after(long sequence, int limit) {
      queries++;
      return alerts.stream().filter(a -> a.sequence() > sequence).limit(limit).toList();
    }

    @Override
    public long position() {
      return alerts.size();
    }
  }
}
