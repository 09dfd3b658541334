package io.clientele.lifecycle;

import static io.clientele.lifecycle.Customer.at;
import static io.clientele.lifecycle.Policies.STATES;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.HistoryRecord;
import io.clientele.contract.LifecycleState;
import io.clientele.contract.MergedInto;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LifecycleCountsTest {

  private final Customers customers =
      holding(
          Customer.seen("looks", 0).history(),
          Customer.bought("once", List.of(0)),
          Customer.bought("twice", List.of(0, 20)),
          Customer.bought("later", List.of(900)),
          Customer.bought("anonymous:d1", List.of(0)),
          new MergedInto("gone", "once"));

  @Test
  void statesOfKnownCustomersAddUpAndTheNamelessAreCountedApart() {
    LifecycleCounts counts = LifecycleCounts.at(at(21), customers, STATES);

    assertThat(counts.known()).isEqualTo(3);
    assertThat(counts.anonymous()).isEqualTo(1);
    assertThat(counts.states()).hasSize(LifecycleState.values().length);
    assertThat(counts.states())
        .containsEntry(LifecycleState.PROSPECT, 1L)
        .containsEntry(LifecycleState.NEW, 1L)
        .containsEntry(LifecycleState.ACTIVE, 1L)
        .containsEntry(LifecycleState.CHURNED, 0L);
    assertThat(sum(counts)).isEqualTo(counts.known());
  }

  @Test
  void momentDecidesWhoIsKnownAndWhereTheyStand() {
    LifecycleCounts counts = LifecycleCounts.at(at(900), customers, STATES);

    assertThat(counts.known()).isEqualTo(4);
    assertThat(counts.states()).containsEntry(LifecycleState.CHURNED, 2L);
    assertThat(LifecycleCounts.at(at(-1), customers, STATES).known()).isZero();
  }

  @Test
  void instancesAddUp() {
    LifecycleCounts one = LifecycleCounts.at(at(21), customers, STATES);
    LifecycleCounts other = new LifecycleCounts(2, 5, Map.of(LifecycleState.NEW, 2L));

    LifecycleCounts both = one.plus(other);

    assertThat(both.known()).isEqualTo(5);
    assertThat(both.anonymous()).isEqualTo(6);
    assertThat(sum(both)).isEqualTo(5);
  }

  private static long sum(LifecycleCounts counts) {
    return counts.states().values().stream().mapToLong(Long::longValue).sum();
  }

  private static Customers holding(HistoryRecord... records) {
    return new Customers() {
      @Override
      public Optional<LifecycleEntry> find(String customerId) {
        throw new UnsupportedOperationException("counts scan");
      }

      @Override
      public void forEach(Consumer<LifecycleEntry> visitor) {
        for (HistoryRecord record : records) {
          visitor.accept(new LifecycleEntry(record, at(0), List.of(), null, null));
        }
      }
    };
  }
}
